# SPDX-License-Identifier: EUPL-1.2
"""Takes up promises and retries that are due, and has them told. Any number of these may run, on any machine."""

import asyncio
from collections import Counter
from collections.abc import Collection, Coroutine, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from django.utils import timezone

from buurtwacht.channels.base import Channel
from buurtwacht.lib.logs import facts_of

from .bell import Ear
from .claims import Due, claim_climbs, claim_due, claim_intents, finish, give_up, intents_of, put_back, renew
from .models import Intent, Priority
from .pool import LONGEST_SEND, Pool, Stopping
from .recorder import Recorder
from .rules import wait_before_retry
from .teller import Teller
from .threads import AWAY, AtMost, Call

log = structlog.get_logger()

LEASE = timedelta(seconds=10)  # how long an alarm waits when the worker that took it dies
DUE_LEASE = timedelta(seconds=2 * LONGEST_SEND)  # not renewed, so it covers the longest send and the wait before it
AT_ONCE = 50  # intents that one look takes
MOST_CALM = 20  # intents below an alarm in hand at the same time
CALM_CALLS = 2  # database calls that these may make at the same time
DUE_AT_ONCE = 256  # retries that one look takes, and what a crash can repeat of them
GRACE = 8.0  # seconds for what is being sent when the process has to end


class Dispatcher:
    """One worker's hands: what it took, and the pools it sends with.

    `owned` are the sender accounts of this process; it changes while we run.
    """

    def __init__(
        self, channels: Mapping[str, Channel], call: Call, owned: Collection[str], lease: timedelta = LEASE
    ) -> None:
        self.pools = {kind: Pool(channel) for kind, channel in channels.items()}
        self._owned = owned
        self._call = call
        self._calm_call = AtMost(call, CALM_CALLS)
        self._lease = lease
        self._recorder = Recorder(call)
        self._in_hand: dict[UUID, Intent] = {}
        self._due_in_hand: Counter[str] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, ear: Ear, stop: asyncio.Event) -> None:
        """Look at every ring until told to stop; then finish what is being sent and give back the rest."""
        keeping = asyncio.create_task(self._keep_leases())
        while not stop.is_set():
            try:
                if not await self.look():
                    await ear.heard()
            except AWAY as error:
                log.warning("delivery.database_away", **facts_of(error))
                await ear.heard()
        await self._put_down()
        keeping.cancel()

    async def look(self) -> int:
        """Take what is due and start telling it. Returns how much was taken."""
        calm = sum(intent.priority > Priority.ALARM for intent in self._in_hand.values())
        lowest = Priority.DIGEST if calm < MOST_CALM else Priority.ALARM
        claimed = await self._call(claim_intents, AT_ONCE, self._lease, lowest)
        fresh = [intent for intent in claimed if intent.pk not in self._in_hand]
        for intent in fresh:
            self._in_hand[intent.pk] = intent
            self._start(self._tell(intent))
        return len(fresh) + await self._look_for_climbs() + await self._look_for_due()

    async def idle(self) -> None:
        """Wait until all that was taken is told."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _look_for_climbs(self) -> int:
        climbs = await self._call(claim_climbs, AT_ONCE, self._lease)
        for intent in climbs:
            self._start(self._climb(intent))
        return len(climbs)

    async def _look_for_due(self) -> int:
        ours = self._ours()
        roomy = [kind for kind in ours if self._due_in_hand[kind] < DUE_AT_ONCE]
        due = await self._call(claim_due, DUE_AT_ONCE, DUE_LEASE, ours, roomy)
        if not due:
            return 0
        now = timezone.now()
        intents = await self._call(intents_of, {one.intent_id for one in due})
        in_time = {intent.pk: intent for intent in intents if intent.valid_until > now}
        await self._call(give_up, [one.id for one in due if one.intent_id not in in_time], "too_late")
        taken = [one for one in due if one.intent_id in in_time]
        self._due_in_hand.update(one.channel for one in taken)
        for pk, intent in in_time.items():
            self._start(self._tell_again(intent, [one for one in taken if one.intent_id == pk]))
        return len(due)

    def _ours(self) -> list[str]:
        """The channels without a limit, and those whose sender account this process owns."""
        return [kind for kind, pool in self.pools.items() if pool.bucket is None or kind in self._owned]

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _teller(self, intent: Intent) -> Teller:
        call = self._call if intent.priority == Priority.ALARM else self._calm_call
        return Teller(self.pools, self._recorder, call, self._ours())

    async def _tell(self, intent: Intent) -> None:
        try:
            await self._teller(intent).tell(intent)
        except Stopping:
            await self._give_back(intent, timedelta())
        except Exception as error:  # noqa: BLE001 - the worker's edge: one bad intent must not stop the others
            log.error(
                "delivery.intent_failed",
                intent=str(intent.pk),
                kind=intent.kind,
                **facts_of(error),
            )
            await self._give_back(intent, self._wait(intent))
        finally:
            del self._in_hand[intent.pk]

    async def _climb(self, intent: Intent) -> None:
        try:
            await self._teller(intent).climb(intent)
        except Exception as error:  # noqa: BLE001 - the worker's edge: its lease runs out, and it is looked at again
            log.error(
                "delivery.climb_failed",
                intent=str(intent.pk),
                kind=intent.kind,
                **facts_of(error),
            )

    async def _tell_again(self, intent: Intent, due: list[Due]) -> None:
        try:
            await self._teller(intent).tell_again(intent, due)
        except Stopping:
            pass  # their lease runs out, and somebody else takes them
        except Exception as error:  # noqa: BLE001 - the worker's edge: one bad intent must not stop the others
            log.error(
                "delivery.retry_failed",
                intent=str(intent.pk),
                kind=intent.kind,
                **facts_of(error),
            )
        finally:
            self._due_in_hand.subtract(one.channel for one in due)

    def _wait(self, intent: Intent) -> timedelta:
        return wait_before_retry(intent.attempts, retry_after=None, chance=1.0)

    async def _give_back(self, intent: Intent, wait: timedelta) -> None:
        """Let it be taken again after `wait`, unless it is no longer news. With the database away, its lease ends."""
        try:
            if intent.valid_until < timezone.now():
                await self._call(finish, intent.pk)
            else:
                await self._call(put_back, intent.pk, wait)
        except AWAY:
            log.warning("delivery.lease_left", intent=str(intent.pk))

    async def _keep_leases(self) -> None:
        while True:
            await asyncio.sleep(self._lease.total_seconds() / 3)
            try:
                if self._in_hand:
                    await self._call(renew, list(self._in_hand), self._lease)
            except AWAY:
                continue

    async def _put_down(self) -> None:
        await asyncio.wait([asyncio.create_task(pool.stop()) for pool in self.pools.values()], timeout=GRACE)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=1.0)
        for pool in self.pools.values():
            await pool.channel.close()
