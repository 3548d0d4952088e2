# SPDX-License-Identifier: EUPL-1.2
"""Matrix, to a group: one room in which all its members hear an alert at once."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.channels.base import DeliveryFailed, Message, Receipt
from buurtwacht.lib.errors import DomainError

from .homeserver import Homeserver
from .names import bot_id, room_named
from .saying import say


class MatrixRoomChannel(Homeserver):
    """What is said in the room comes in with the conversations of persons: one account serves both."""

    kind = "matrix_room"
    label = gettext_lazy("Matrix room")
    reaches = "room"
    doubles = False

    def normalise(self, address: str) -> str:
        return room_named(address)

    def how_to_attach(self) -> str:
        words = _("Make a room in your Matrix app, without encryption, and invite %(bot)s. It comes in by itself.")
        return words % {"bot": bot_id()}

    async def send(self, message: Message, address: str) -> Receipt:
        try:
            room = room_named(address)
        except DomainError as error:
            raise DeliveryFailed("not an address", permanent=True) from error
        return await say(self, room, message, to_room=True)

    def problems(self) -> list[str]:
        return []  # those of the account are told once, by the channel that hears
