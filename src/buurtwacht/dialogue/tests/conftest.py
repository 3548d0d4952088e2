# SPDX-License-Identifier: EUPL-1.2
"""A telephone: what somebody types on it, and what comes back, over a channel without buttons and one with them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from django.utils import timezone

from buurtwacht.channels.base import Channel, Message, Receipt
from buurtwacht.channels.inbound import Heard
from buurtwacht.delivery.now import deliver_now
from buurtwacht.dialogue.hearing import take
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.testing.cast import add_contact_point

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


@pytest.fixture(autouse=True)
def with_telegraph(settings: Any) -> Iterator[None]:
    SENT.clear()
    here = f"{__name__}."
    settings.CHANNELS = [*settings.CHANNELS, f"{here}Telegraph", f"{here}Buttons", f"{here}Room"]
    yield
    SENT.clear()


@pytest.fixture
def telephone() -> Callable[..., Telephone]:
    def make(person: Person, kind: str = "telegraph") -> Telephone:
        """A telephone of this person, and nothing else that could take their alerts."""
        address = f"{kind}:{person.email}"
        ContactPoint.objects.filter(person=person, channel="log").delete()
        return Telephone(address, kind, add_contact_point(person, kind, address))

    return make
