# SPDX-License-Identifier: EUPL-1.2
"""A neighbourhood crier: a kind of intent that tells fixed people, over channels that do as they are told."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from asgiref.sync import async_to_sync, sync_to_async

from buurtwacht.channels.base import Channel, DeliveryFailed, Message, Receipt
from buurtwacht.delivery.dispatcher import Dispatcher
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.resolvers import Recipient, Resolved, _resolvers, resolves
from buurtwacht.delivery.services import intend
from buurtwacht.lib.ids import new_id

HOUR = timedelta(hours=1)


class ScriptedChannel(Channel):
    """Keeps what it sent, and answers each address as the test says."""

    def __init__(self, kind: str = "log") -> None:
        self.kind = kind
        self.label = kind
        self.sent: list[str] = []
        self.answers: dict[str, list[Exception | float]] = {}

    async def send(self, message: Message, address: str) -> Receipt:
        self.sent.append(address)
        await asyncio.sleep(0)
        if answers := self.answers.get(address):
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
            if isinstance(answer, Exception):
                raise answer
        return Receipt(f"id-{address}")


def trouble(retry_after: float | None = None) -> DeliveryFailed:
    return DeliveryFailed("busy", permanent=False, retry_after=retry_after)


def gone() -> DeliveryFailed:
    return DeliveryFailed("410", permanent=True, gone=True)


class Crier:
    """Who is told, over which channels, and how it went."""

    def __init__(self) -> None:
        self.recipients: list[Recipient] = []
        self.channels = {"log": ScriptedChannel(), "email": ScriptedChannel("email")}
        self.resolved: list[Intent] = []

    def tells(self, address: str, *, channel: str = "log", **fields: object) -> Recipient:
        message = Message(title="Proef", body="", url="/")
        fields = {"person_id": new_id(), "contact_point_id": new_id()} | fields
        recipient = Recipient(channel=channel, address=address, message=message, **fields)
        self.recipients.append(recipient)
        return recipient

    def promise(self, priority: int = 0, valid_for: timedelta = HOUR) -> Intent:
        return intend("test.note", new_id(), priority=priority, valid_for=valid_for)

    def deliver(self, owned: set[str] | None = None) -> None:
        async_to_sync(self._deliver)(set(self.channels) if owned is None else owned)

    async def _deliver(self, owned: set[str]) -> None:
        async def call(function: Callable, *args: object) -> object:
            return await sync_to_async(function, thread_sensitive=True)(*args)

        dispatcher = Dispatcher(self.channels, call, owned)
        while await dispatcher.look():
            await dispatcher.idle()

    def resolve(self, intent: Intent) -> Resolved:
        self.resolved.append(intent)
        return Resolved(list(self.recipients))

    def sent(self, channel: str = "log") -> list[str]:
        return sorted(self.channels[channel].sent)


@pytest.fixture
def crier(db):
    crier = Crier()
    resolves("test.note")(crier.resolve)
    yield crier
    del _resolvers["test.note"]


def states(intent: Intent) -> dict[str, str]:
    return dict(Delivery.objects.filter(intent_id=intent.pk).values_list("provider_id", "state"))
