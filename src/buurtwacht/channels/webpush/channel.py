# SPDX-License-Identifier: EUPL-1.2
"""Web Push: to the browser of a phone or computer, also when no page is open."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from buurtwacht.channels.answers import Answer, failure_in
from buurtwacht.channels.base import Channel, DeliveryFailed, Envelope, Message, Outcome, Receipt
from buurtwacht.lib.errors import DomainError

from . import headers
from .contexts import Contexts
from .encryption import seal
from .payload import payload
from .push import Push
from .sender import Sender
from .subscription import Subscription, Unusable
from .vapid import Vapid

AT_A_STRETCH = 16  # messages sealed before the loop may write and read again
MOST_PARSED = 20_000  # about 2 KB each
RANK = {"alarm": 0, "update": 1, "notice": 2, "digest": 3}

subscription_at = lru_cache(maxsize=MOST_PARSED)(Subscription)


class WebPushChannel(Channel):
    kind = "webpush"
    doubles = False  # a push service replaces a message of the same topic
    label = _("Notification on this device")

    def __init__(self) -> None:
        self._vapid = Vapid()
        self._under_way = 0
        self._contexts = Contexts(is_busy=lambda: self._under_way > 0)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._open: Sender | None = None

    def normalise(self, address: str) -> str:
        try:
            subscription = Subscription(address)
            _ = subscription.public
        except Unusable as error:
            raise DomainError(_sentence()) from error
        return str(subscription)

    async def send(self, message: Message, address: str) -> Receipt:
        [outcome] = await self.send_many([(message, address)])
        if isinstance(outcome, DeliveryFailed):
            raise outcome
        return outcome

    async def send_many(self, batch: Sequence[Envelope]) -> list[Outcome]:
        """Seal and send at the same time, those whose keys are ready first."""
        sender = self._sender()
        batch_done = _Batch(len(batch))
        self._under_way += 1
        try:
            for count, index in enumerate(self._ready_first(batch), 1):
                self._start(sender, *batch[index], partial(batch_done.put, index))
                if count % AT_A_STRETCH == 0:
                    sender.flush()
                    await asyncio.sleep(0)
            sender.flush()
            return await batch_done.outcomes()
        finally:
            self._under_way -= 1
            self._contexts.refill()

    async def prepare(self, addresses: Iterable[str]) -> None:
        await self._contexts.prepare(filter(None, map(_parsed, addresses)))

    async def close(self) -> None:
        await self._contexts.close()
        if self._open:
            await self._open.close()
        self._open = self._loop = None

    def problems(self) -> list[str]:
        found = []
        if not settings.VAPID_SUBJECT.startswith(("mailto:", "https:")):
            found.append("BUURTWACHT_OPERATOR must be a mailto: or https: address: push services write to it.")
        if len(settings.VAPID_KEY) != 32:
            found.append("BUURTWACHT_VAPID_KEY must be 32 bytes, written as 64 hexadecimal digits.")
        return found

    def _start(self, sender: Sender, message: Message, address: str, put: Callable[[Outcome], None]) -> None:
        try:
            subscription = subscription_at(address)
            context = self._contexts.take(subscription)
        except Unusable as error:
            put(DeliveryFailed(str(error), permanent=True))
            return
        fields = headers.fields(message, self._vapid.header(subscription.origin))
        body = seal(context, payload(message))
        push = Push(subscription.path, fields, body, partial(_judge, put), RANK[message.urgency])
        sender.post(subscription, push)

    def _ready_first(self, batch: Sequence[Envelope]) -> list[int]:
        """Nobody whose keys are ready waits for keys that have yet to be made."""

        def is_late(index: int) -> bool:
            subscription = _parsed(batch[index][1])
            return subscription is not None and subscription not in self._contexts

        return sorted(range(len(batch)), key=is_late)

    def _sender(self) -> Sender:
        """Connections belong to an event loop; another loop (in tests) gets its own."""
        loop = asyncio.get_running_loop()
        if self._open is None or self._loop is not loop:
            self._open, self._loop = Sender(), loop
        return self._open


class _Batch:
    """Collects outcomes until there are as many as messages."""

    def __init__(self, count: int) -> None:
        self._found: list[Outcome | None] = [None] * count
        self._left = count
        self._all: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def put(self, index: int, outcome: Outcome) -> None:
        self._found[index] = outcome
        self._left -= 1
        if not self._left and not self._all.done():
            self._all.set_result(None)

    async def outcomes(self) -> list[Outcome]:
        if self._left:
            await self._all
        return [outcome for outcome in self._found if outcome is not None]


def _judge(put: Callable[[Outcome], None], found: Answer | DeliveryFailed) -> None:
    failure = found if isinstance(found, DeliveryFailed) else failure_in(found)
    put(failure or Receipt())


def _parsed(address: str) -> Subscription | None:
    try:
        return subscription_at(address)
    except Unusable:
        return None


def _sentence() -> object:
    return _("We cannot reach this browser. Turn notifications off and on again, or use another browser.")
