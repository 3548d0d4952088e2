# SPDX-License-Identifier: EUPL-1.2
"""Signal, to one person: answers only. Who was not written to us first may not be written to (see the page)."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy

from buurtwacht.channels.base import DeliveryFailed, Doorway, Message, Receipt, TakeIn
from buurtwacht.channels.plain import text_of
from buurtwacht.lib.errors import DomainError

from . import stream
from .daemon import Daemon
from .names import person_named
from .outcomes import outcome_of
from .receiver import SignalReceiver

PER_SECOND = 2.0  # Signal says nowhere how much it takes from one account; this is careful
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class SignalChannel(Daemon):
    """Whoever connects it writes to us first, with a code: Signal stops accounts that write to strangers."""

    kind = "signal"
    label = gettext_lazy("Signal")
    per_second = PER_SECOND
    receiver = SignalReceiver
    listens = True

    def __init__(self) -> None:
        super().__init__()
        self._place = stream.Place()

    def normalise(self, address: str) -> str:
        return person_named(address)

    def doorway(self, words: str) -> Doorway | None:
        """Signal cannot fill the words in; a daemon without a named account tells no number."""
        number = settings.SIGNAL_ACCOUNT
        return Doorway(f"https://signal.me/#p/{number}", number) if number.startswith("+") else None

    async def send(self, message: Message, address: str) -> Receipt:
        try:
            person = person_named(address)
        except DomainError as error:
            raise DeliveryFailed("not an address", permanent=True) from error
        said = {"message": text_of(message)} | quoted(message)
        return outcome_of(await self.rpc("send", recipient=[person], **said))

    async def listen(self, take_in: TakeIn) -> None:
        await stream.listen(take_in, self._place)

    def problems(self) -> list[str]:
        url = urlsplit(settings.SIGNAL_URL)
        if url.scheme == "https" or (url.scheme == "http" and url.hostname in LOOPBACK):
            return []
        return ["BUURTWACHT_SIGNAL_URL must be on this machine, or an https: address: the daemon asks for no password."]


def quoted(message: Message) -> dict[str, Any]:
    """What this message answers: the provider's name for it is who said it, and when."""
    author, _colon, moment = message.answers.rpartition(":")
    if not (author and moment.isascii() and moment.isdigit()):
        return {}
    return {"quoteAuthor": author, "quoteTimestamp": int(moment[:18])}
