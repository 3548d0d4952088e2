# SPDX-License-Identifier: EUPL-1.2
"""Calls: a voice says the alarm in the language of who answers, and a key answers it."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from buurtwacht.channels.base import DeliveryFailed, Message, Receipt
from buurtwacht.channels.http import HttpChannel
from buurtwacht.channels.inbound import Event, Raw, Receiver, Reply
from buurtwacht.lib.phones import normalised_phone

from .driver import Call, Driver
from .script import script_of

DRIVERS = {"twilio": "buurtwacht.channels.voice.twilio.TwilioDriver"}


class VoiceReceiver(Receiver):
    """Hands over to whoever reads for the driver in the settings."""

    kind = "voice"
    most_bytes = 100_000

    def greet(self, raw: Raw) -> Reply:
        return driver_class().receiver().greet(raw)

    def read(self, raw: Raw) -> Iterable[Event]:
        return driver_class().receiver().read(raw)


class VoiceChannel(HttpChannel):
    kind = "voice"
    label = _("Telephone call")
    receiver = VoiceReceiver

    def __init__(self) -> None:
        super().__init__()
        self.per_second = settings.VOICE_PER_SECOND or None
        self._driver: Driver = driver_class()()

    def normalise(self, address: str) -> str:
        return normalised_phone(address, settings.COUNTRY)

    async def send(self, message: Message, address: str) -> Receipt:
        if message.urgency == "digest":
            raise DeliveryFailed("nobody is called for a digest", permanent=True)
        call = Call(script=script_of(message), number=address, reference=message.reference)
        request = self._driver.request(call)
        answer, body = await self.ask(request.method, request.address, headers=request.headers, data=request.body)
        return self._driver.read(answer, body)

    def price(self, message: Message, address: str) -> int:
        return settings.VOICE_PRICE

    def problems(self) -> list[str]:
        return self._driver.problems()


def driver_class() -> type[Driver]:
    """The driver of the settings: ours by its name, or a class of the operator by its path."""
    found: type[Driver] = import_string(DRIVERS.get(settings.VOICE_DRIVER, settings.VOICE_DRIVER))
    return found
