# SPDX-License-Identifier: EUPL-1.2
"""Text messages: for who has no smartphone, and for when all else failed. They cost money and have little room."""

from collections.abc import Iterable
from urllib.parse import quote

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from buurtwacht.channels.answers import Answer
from buurtwacht.channels.asking import Request
from buurtwacht.channels.base import Doorway, Message, Receipt, TakeIn
from buurtwacht.channels.http import HttpChannel
from buurtwacht.channels.inbound import Event, Raw, Receiver, Refused, Reply
from buurtwacht.lib.phones import normalised_mobile

from .driver import Driver, Text
from .segments import segments
from .text import text_of

DRIVERS = {
    "http": "buurtwacht.channels.sms.http.driver.HttpDriver",
    "smpp": "buurtwacht.channels.sms.smpp.driver.SmppDriver",
    "twilio": "buurtwacht.channels.sms.twilio.TwilioDriver",
}
FASTEST = 1000  # a second: more than any account; a connection of its own has one process that owns it


class SmsReceiver(Receiver):
    """Hands over to whoever reads for the driver in the settings."""

    kind = "sms"
    most_bytes = 1_000_000

    def greet(self, raw: Raw) -> Reply:
        receiver = driver_class().receiver
        if receiver is None:
            raise Refused("the driver takes nothing in here")
        return receiver().greet(raw)

    def without_secret(self, raw: Raw) -> Raw:
        receiver = driver_class().receiver
        return receiver().without_secret(raw) if receiver else raw

    def read(self, raw: Raw) -> Iterable[Event]:
        receiver = driver_class().receiver
        return receiver().read(raw) if receiver else []


class SmsChannel(HttpChannel):
    kind = "sms"
    sender_can_be_forged = True
    label = _("Text message")
    receiver = SmsReceiver

    def __init__(self) -> None:
        super().__init__()
        self._driver: Driver = driver_class()()
        self.listens = self._driver.listens
        self.per_second = settings.SMS_PER_SECOND or (FASTEST if self.listens else None)

    def normalise(self, address: str) -> str:
        return normalised_mobile(address, settings.COUNTRY)

    async def send(self, message: Message, address: str) -> Receipt:
        words = text_of(message)
        text = Text(words=words, number=address, reference=message.reference, ttl=message.ttl)
        return await self._driver.send(text, self._ask)

    def price(self, message: Message, address: str) -> int:
        return segments(text_of(message)) * settings.SMS_PRICE if settings.SMS_PRICE else 0

    def doorway(self, words: str) -> Doorway | None:
        """A text to our number, with the words filled in (RFC 5724)."""
        number = self._driver.hears_at()
        return Doorway(f"sms:{number}?body={quote(words, safe='')}", number) if number else None

    async def listen(self, take_in: TakeIn) -> None:
        await self._driver.listen(take_in)

    async def close(self) -> None:
        await self._driver.close()
        await super().close()

    def problems(self) -> list[str]:
        return self._driver.problems()

    async def _ask(self, request: Request) -> tuple[Answer, bytes]:
        content = {"headers": request.headers, "data": request.body or None}
        return await self.ask(request.method, request.address, seconds=settings.SMS_TIMEOUT, **content)


def driver_class() -> type[Driver]:
    """The driver of the settings: one of ours by its name, or a class of the operator by its path."""
    found: type[Driver] = import_string(DRIVERS.get(settings.SMS_DRIVER, settings.SMS_DRIVER))
    return found
