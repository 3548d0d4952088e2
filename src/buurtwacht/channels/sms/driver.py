# SPDX-License-Identifier: EUPL-1.2
"""What a provider of text messages is. To add one that speaks in its own way, write these few methods."""

import re
from dataclasses import dataclass
from typing import ClassVar

from django.conf import settings

from buurtwacht.channels.answers import Answer
from buurtwacht.channels.asking import Ask, Request
from buurtwacht.channels.base import Receipt, TakeIn
from buurtwacht.channels.inbound import Receiver

NUMBER = re.compile(r"\+\d{6,15}|\d{3,6}")  # a telephone number or a short code


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What is to be sent: words that fit, to a number in E.164, worth delivering for `ttl` seconds.

    `reference` is our own name for it, for providers that hand it back with what became of it.
    """

    words: str
    number: str
    reference: str = ""
    ttl: int = 3600


class Driver:
    """Knows one provider. `receiver` reads what it hands us; with `listens` it has a connection of its own.

    One process owns the connection of a driver that listens; nobody else sends with it.
    """

    receiver: ClassVar[type[Receiver] | None] = None
    listens: ClassVar[bool] = False

    async def send(self, text: Text, ask: Ask) -> Receipt:
        """Hand over one text. Raises `DeliveryFailed` and nothing else. `ask` speaks HTTP for who needs it."""
        raise NotImplementedError

    async def listen(self, take_in: TakeIn) -> None:
        """Keep the connection and take in what comes, until cancelled; only for a driver that `listens`."""
        raise NotImplementedError

    def hears_at(self) -> str:
        """The number to which people can text us; nothing where nobody can."""
        return ""

    async def close(self) -> None:
        """Let go of connections."""

    def problems(self) -> list[str]:
        """What is wrong with the settings, in sentences for the operator."""
        return []


def own_number() -> str:
    """The sender of the settings, where it is one that can be answered."""
    return settings.SMS_FROM if NUMBER.fullmatch(settings.SMS_FROM) else ""


class AskingDriver(Driver):
    """A provider with a web server: one request for one text. Keeps nothing and sends nothing itself."""

    def request(self, text: Text) -> Request:
        """What to ask to have this text sent."""
        raise NotImplementedError

    def read(self, answer: Answer, body: bytes) -> Receipt:
        """The receipt in a yes. Raises `DeliveryFailed` for everything else.

        "Gone" needs proof that this very number does not exist: our own mistake must not switch off a phone.
        """
        raise NotImplementedError

    async def send(self, text: Text, ask: Ask) -> Receipt:
        return self.read(*await ask(self.request(text)))
