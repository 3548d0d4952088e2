# SPDX-License-Identifier: EUPL-1.2
"""The sending places of one channel. The most urgent job goes first, and some places are kept free for alarms."""

import asyncio
import heapq
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from django.utils import timezone

from buurtwacht.channels.base import Channel, DeliveryFailed, Receipt
from buurtwacht.lib.logs import facts_of

from .accounts import Bucket
from .breaker import Breaker
from .models import Intent
from .outcomes import after_try, again_later
from .recorder import Recorder
from .records import Row
from .resolvers import Recipient
from .rules import PATIENCE, may_start

log = structlog.get_logger()

SLOTS = 8
BATCH = 32  # messages in one job; times SLOTS it bounds what a crash can repeat on one channel
LONGEST_SEND = 60.0  # seconds that one job may take


class Stopping(Exception):
    """The process ends; what was not started stays due for whoever comes next."""


_numbers = itertools.count()


@dataclass(order=True, slots=True)
class Job:
    """A few messages of one intent for one channel. `tries` is how often each was tried before."""

    priority: int
    number: int
    intent: Intent = field(compare=False)
    batch: Sequence[Recipient] = field(compare=False)
    tries: Sequence[int] = field(compare=False)
    keep: Recorder | None = field(compare=False)
    done: asyncio.Future[list[Row]] = field(compare=False)


class Pool:
    """Sends for one channel. A place is taken until the outcome is on record, so what a crash repeats is bounded."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.breaker = Breaker()
        rate = channel.per_second
        self.bucket = Bucket(rate) if rate else None
        self.batch_size = max(1, min(BATCH, int(rate / 4))) if rate else BATCH
        self._trouble = "channel_in_trouble"  # what the other side said last when it could not take something
        self._heap: list[Job] = []
        self._busy: set[asyncio.Task[None]] = set()

    @property
    def waiting(self) -> int:
        """Jobs that wait for a place."""
        return len(self._heap)

    def send(
        self, intent: Intent, batch: Sequence[Recipient], tries: Sequence[int], keep: Recorder | None
    ) -> asyncio.Future[list[Row]]:
        """Queue a job. Its rows come when all was tried and, where `keep` is given, put on record there."""
        done: asyncio.Future[list[Row]] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._heap, Job(intent.priority, next(_numbers), intent, batch, tries, keep, done))
        self._start_what_fits()
        return done

    async def stop(self) -> None:
        """Drop what was not started, and wait for what was."""
        dropped, self._heap = self._heap, []
        for job in dropped:
            job.done.set_exception(Stopping())
        if self._busy:
            await asyncio.wait(self._busy)

    def _start_what_fits(self) -> None:
        while self._heap and may_start(self._heap[0].priority, busy=len(self._busy), slots=SLOTS):
            task = asyncio.create_task(self._run(heapq.heappop(self._heap)))
            self._busy.add(task)
            task.add_done_callback(self._left)

    def _left(self, task: asyncio.Task[None]) -> None:
        self._busy.discard(task)
        self._start_what_fits()

    async def _run(self, job: Job) -> None:
        try:
            rest = self.bucket.rest() if self.bucket else 0.0
            if rest > PATIENCE.total_seconds():  # nobody waits here for longer: an alarm climbs, the rest comes back
                rows = self._put_off(job, rest)
            else:
                rows = await self._try(job) if self.breaker.allows() else self._put_off(job, self.breaker.wait())
            if job.keep:
                await job.keep.record(rows)
        except Exception as error:  # noqa: BLE001 - the worker's edge: whoever waits for this job gets the error
            job.done.set_exception(error)
        else:
            job.done.set_result(rows)

    async def _try(self, job: Job) -> list[Row]:
        if self.bucket:
            await self.bucket.take(len(job.batch))
        found = await self._send(job)
        passing = [each for each in found if isinstance(each, DeliveryFailed) and not (each.permanent or each.gone)]
        in_trouble = [each for each in passing if not each.only_there]
        self.breaker.note(worked=len(found) - len(passing), failed=len(in_trouble))
        self._trouble = in_trouble[-1].reason if in_trouble else self._trouble
        if self.bucket:
            self.bucket.pause(max((each.retry_after or 0.0 for each in in_trouble), default=0.0))
        now = timezone.now()
        return [
            self._row(job.intent, to, tries + 1, each, now)
            for to, tries, each in zip(job.batch, job.tries, found, strict=True)
        ]

    def _row(self, intent: Intent, to: Recipient, tries: int, found: Receipt | DeliveryFailed, now: datetime) -> Row:
        made = after_try(intent, to, tries, found, now, doubles=self.channel.doubles)
        cost = self._cost(to, found)
        return made._replace(cost=cost) if cost else made

    def _cost(self, to: Recipient, found: Receipt | DeliveryFailed) -> int:
        """What is paid for it: they took it, or may have taken it."""
        is_paid = isinstance(found, Receipt) or found.unknown
        return self.channel.price(to.message, to.address) if is_paid else 0

    async def _send(self, job: Job) -> Sequence[Receipt | DeliveryFailed]:
        try:
            async with asyncio.timeout(LONGEST_SEND):
                return await self.channel.send_many([(to.message, to.address) for to in job.batch])
        except TimeoutError:
            failed = DeliveryFailed("timeout", permanent=False)
        except Exception as error:  # noqa: BLE001 - the worker's edge: one broken channel must not stop the others
            log.error("delivery.channel_broken", channel=self.channel.kind, **facts_of(error))
            failed = DeliveryFailed(type(error).__name__, permanent=False)
        return [failed] * len(job.batch)

    def _put_off(self, job: Job, seconds: float) -> list[Row]:
        """The channel is in trouble, or asks for rest: do not knock, come back when that is over."""
        now, wait = timezone.now(), timedelta(seconds=seconds)
        return [
            again_later(job.intent, to, tries, wait, self._trouble, now)
            for to, tries in zip(job.batch, job.tries, strict=True)
        ]
