# SPDX-License-Identifier: EUPL-1.2
"""A telephone: what somebody types on it, and what comes back, over a channel without buttons and one with them."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.utils import timezone

from buurtwacht.channels.base import Channel, Message, Receipt
from buurtwacht.channels.inbound import Heard
from buurtwacht.delivery.now import deliver_now
from buurtwacht.dialogue.hearing import take
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.models import ContactPoint

_ids = count(1)
SENT: dict[str, list[Message]] = {}


class Telegraph(Channel):
    """Takes everything, keeps it per address, and has no buttons."""

    kind = "telegraph"
    label = "Telegraph"

    async def send(self, message: Message, address: str) -> Receipt:
        SENT.setdefault(address, []).append(message)
        return Receipt(f"t{sum(map(len, SENT.values()))}")


class Buttons(Telegraph):
    kind = "buttons"
    label = "Buttons"
    buttons = 10


class Stamps(Telegraph):
    """Costs seven cents a message."""

    kind = "stamps"
    label = "Stamps"

    def price(self, message: Message, address: str) -> int:
        return 70


class Room(Telegraph):
    kind = "telegraph_room"
    label = "Room"
    reaches = "room"


@dataclass
class Telephone:
    """Somebody's telephone on one channel."""

    address: str
    kind: str = "telegraph"
    point: ContactPoint | None = None
    read: int = 0
    said: list[Heard] = field(default_factory=list)

    def says(self, text: str = "", **more: Any) -> str:
        """Type this; what comes back, as one text."""
        self.hands_in(text, **more)
        return self.hears()

    def hands_in(self, text: str = "", **more: Any) -> Heard:
        facts = {"id": f"m{next(_ids)}", "at": timezone.now()} | more
        event = Heard(sender=self.address, text=text, **facts)
        self.said.append(event)
        take(self.kind, event)
        return event

    def hears(self) -> str:
        """What came since the last time, from the conversation and from alerts."""
        return "\n---\n".join(message.body for message in self.gets())

    def gets(self) -> list[Message]:
        handle_due_lines()
        deliver_now()
        all_of_it = SENT.get(self.address, [])
        fresh, self.read = all_of_it[self.read :], len(all_of_it)
        return fresh
