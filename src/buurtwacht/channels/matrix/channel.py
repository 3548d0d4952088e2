# SPDX-License-Identifier: EUPL-1.2
"""Matrix, to one person: a conversation with our bot."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.channels.base import DeliveryFailed, Doorway, Message, Receipt
from buurtwacht.lib.errors import DomainError

from . import directs
from .homeserver import Homeserver
from .names import bot_id, person_named
from .problems import problems
from .receiver import MatrixReceiver
from .saying import say


class MatrixChannel(Homeserver):
    """Each person has a room with our bot. We open it, or the person does."""

    kind = "matrix"
    label = gettext_lazy("Matrix")
    doubles = False  # the same reference is the same event
    receiver = MatrixReceiver

    def normalise(self, address: str) -> str:
        return person_named(address)

    def doorway(self, words: str) -> Doorway | None:
        """A page of Matrix that opens the app, and carries no words."""
        return Doorway(f"https://matrix.to/#/{bot_id()}", bot_id())

    async def send(self, message: Message, address: str) -> Receipt:
        try:
            person = person_named(address)
        except DomainError as error:
            raise DeliveryFailed("not an address", permanent=True) from error
        return await say(self, await self._room_with(person), message)

    def problems(self) -> list[str]:
        return problems()

    async def _room_with(self, person: str) -> str:
        """Asked each time: who left a conversation may have opened another one since."""
        if room := await directs.known_room(self, person):
            return room
        await self.register()
        return await directs.make_room(self, person, _("Messages of your neighbourhood"))
