# SPDX-License-Identifier: EUPL-1.2
"""Matrix, to a group: one room in which all its members hear an alert at once."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.channels.base import DeliveryFailed, Message, Receipt
from buurtwacht.lib.errors import DomainError

from . import rooms
from .doorman import direct_among, is_made_by_us
from .homeserver import CLIENT, Homeserver
from .names import bot_id, person_named, room_named
from .saying import say, take_back


class MatrixRoomChannel(Homeserver):
    """What is said in the room comes in with the conversations of persons: one account serves both."""

    kind = "matrix_room"
    label = gettext_lazy("Matrix room")
    reaches = "room"
    heard_by = "matrix"
    doubles = False
    makes_rooms = True
    takes_back_for = timedelta.max

    def normalise(self, address: str) -> str:
        return room_named(address)

    def how_to_attach(self) -> str:
        words = _("Make a room in your Matrix app, without encryption, and invite %(bot)s. It comes in by itself.")
        return words % {"bot": bot_id()}

    async def make_room(self, name: str, *, invite: str, alarm_only: bool) -> str:
        person = person_named(invite)
        server = Homeserver()  # with a connection of its own: this is asked from a page
        try:
            room = await rooms.make_room(server, name, invite=[person], alarm_only=alarm_only)
            await rooms.trust(server, room, person)
        finally:
            await server.close()
        return room

    async def rooms_inside(self) -> list[str]:
        server = Homeserver()
        try:
            joined = (await server.call("GET", f"{CLIENT}/joined_rooms")).get("joined_rooms")
            inside = {room for room in joined if isinstance(room, str)} if isinstance(joined, list) else set()
            return [
                room
                for room in sorted(inside - await direct_among(server, inside))
                if not await is_made_by_us(server, room)
            ]
        finally:
            await server.close()

    async def leave_room(self, address: str) -> bool:
        server = Homeserver()
        try:
            await rooms.leave(server, address)
        finally:
            await server.close()
        return True

    async def send(self, message: Message, address: str) -> Receipt:
        try:
            room = room_named(address)
        except DomainError as error:
            raise DeliveryFailed("not an address", permanent=True) from error
        if message.takes_back:
            return await take_back(self, room, message)
        return await say(self, room, message, to_room=True)

    def problems(self) -> list[str]:
        return []  # those of the account are told once, by the channel that hears
