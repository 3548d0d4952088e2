# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the form share: Chantal's answers, and reading her mail."""

import re
from typing import ClassVar

from django.core import mail

from buurtwacht.channels.base import Channel, DeliveryFailed, Message, Receipt
from buurtwacht.journal.services import handle_due_lines

CHANTAL = {
    "postcode": "6711ab",
    "house_number": "14",
    "street": "Merelweg",
    "town": "Ede",
    "first_name": "Chantal",
    "family_name": "Vos",
    "email": "chantal.vos@voorbeeld.example",
    "phone": "06 12345678",
    "kind": "lives",
    "is_adult": "on",
}
BELGIAN = CHANTAL | {"postcode": "3621", "phone": "0470 12 34 56", "town": "Rekem"}


def last_mail():
    """The newest mail, after everything that waits was done."""
    handle_due_lines()
    return mail.outbox[-1]


def code_in(letter) -> str:
    [code] = re.findall(r"^\d{6}$", letter.body, flags=re.M)
    return code


def link_in(letter) -> str:
    """The path of the first link in a mail."""
    return re.search(r"https?://[^/\s]+(/\S*)", letter.body)[1]


class Texts(Channel):
    """A channel for text messages that keeps what it sends."""

    kind = "sms"
    label = "Text message"
    sent: ClassVar[list[tuple[str, str]]] = []

    async def send(self, message: Message, address: str) -> Receipt:
        if address.endswith("0000"):
            raise DeliveryFailed("no such number", permanent=True)
        self.sent.append((address, message.body))
        return Receipt()
