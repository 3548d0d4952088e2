# SPDX-License-Identifier: EUPL-1.2
"""Tells one intent to everybody whom it concerns, and climbs the ladder for those whom nothing reached."""

import asyncio
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from buurtwacht.people.services import mark_gone

from .ceiling import CEILING, too_dear
from .claims import Due, finish, give_up, life_after, look_again_at
from .ids import delivery_id
from .ladder import Known, climb, climb_in_time, first_turn
from .models import Delivery, Intent, Priority
from .outcomes import as_a_double, held, row
from .pool import Pool
from .recorder import Recorder
from .records import Row, outcomes_of
from .resolvers import Recipient, resolver_for
from .services import report_lost_rooms
from .threads import Call

State = Delivery.State
Try = tuple[Recipient, int]  # whom, and how often before


class Teller:
    """Works out one intent. `ours` are the channels on which this process may send now."""

    def __init__(self, pools: Mapping[str, Pool], recorder: Recorder, call: Call, ours: Collection[str]) -> None:
        self._pools = pools
        self._recorder = recorder
        self._call = call
        self._ours = ours

    async def tell(self, intent: Intent) -> None:
        """Tell everybody who has not been told. The intent is done when each of them has an outcome on record."""
        resolved = await self._call(resolver_for(intent.kind), intent)
        # Only an intent that somebody took up before can have outcomes already.
        known: Known = await self._call(outcomes_of, intent.pk) if intent.attempts > 1 else {}
        told = {contact_point_id for points in known.values() for contact_point_id, _ in points}
        fresh = [(to, 0) for to in resolved.recipients if to.rung == 0 and to.contact_point_id not in told]
        rows = await self._send(intent, fresh, keep=self._recorder)
        await self._recorder.record(climb(intent, resolved.recipients, known, rows, timezone.now()))
        await self._mark_gone(rows)
        await self._call(finish, intent.pk, first_turn(intent, resolved.recipients))

    async def climb(self, intent: Intent) -> None:
        """Try the next way for those of whom nothing came back, and at once where all was refused after all."""
        resolved = await self._call(resolver_for(intent.kind), intent)
        highest, alive = await self._call(life_after, intent.pk)
        known: Known = await self._call(outcomes_of, intent.pk)
        now = timezone.now()
        rows, next_turn = climb_in_time(intent, resolved.recipients, highest, alive, now)
        refused = climb(intent, resolved.recipients, known, rows, now)
        await self._recorder.record(rows + refused)
        await self._call(look_again_at, intent.pk, next_turn)

    async def tell_again(self, intent: Intent, due: Sequence[Due]) -> None:
        """Take up deliveries of one intent that are due again. Outcomes and climbing go on record together."""
        resolved = await self._call(resolver_for(intent.kind), intent)
        found = {delivery_id(intent.pk, to.contact_point_id): to for to in resolved.recipients}
        again = [(as_a_double(found[one.id], one.error), one.attempts) for one in due if one.id in found]
        rows = await self._send(intent, again, keep=None)
        is_alarm = intent.priority == Priority.ALARM
        known: Known = await self._call(outcomes_of, intent.pk) if is_alarm else {}
        await self._recorder.record(climb(intent, resolved.recipients, known, rows, timezone.now()), rows)
        await self._call(give_up, [one.id for one in due if one.id not in found], "no_longer_a_recipient")
        await self._mark_gone(rows)

    async def _send(self, intent: Intent, wanted: Sequence[Try], keep: Recorder | None) -> list[Row]:
        """Send what may go now, per channel and in small jobs; the rest gets its outcome without being sent."""
        now = timezone.now()
        dear = await too_dear(intent, [to for to, _ in wanted], self._pools, self._call)
        unsent: list[Row] = []
        going: dict[str, list[Try]] = defaultdict(list)
        for to, tries in wanted:
            if outcome := self._without_sending(intent, to, tries, now):
                unsent.append(outcome)
            elif to.contact_point_id in dear:
                unsent.append(row(intent, to, State.FAILED, now, attempts=tries, error=CEILING))
            else:
                going[to.channel].append((to, tries))
        if keep:
            await keep.record(unsent)
        jobs = [job for channel, pairs in going.items() for job in self._jobs(intent, channel, pairs, keep)]
        ended = await asyncio.gather(*jobs, return_exceptions=True)
        for error in ended:
            if isinstance(error, BaseException):
                raise error
        return unsent + [outcome for rows in ended if isinstance(rows, list) for outcome in rows]

    def _without_sending(self, intent: Intent, to: Recipient, tries: int, now: datetime) -> Row | None:
        if intent.valid_until <= now:
            return row(intent, to, State.GIVEN_UP, now, attempts=tries, error="too_late")
        if to.hold_until and to.hold_until > now:
            return held(intent, to, now)
        if to.channel not in self._pools:
            return row(intent, to, State.FAILED, now, attempts=tries, error="no_such_channel")
        if to.channel not in self._ours:  # another process owns the sender account: leave it there
            return row(intent, to, State.DUE_AGAIN, now, attempts=tries, due_at=now)
        return None

    def _jobs(
        self, intent: Intent, channel: str, pairs: Sequence[Try], keep: Recorder | None
    ) -> list[asyncio.Future[list[Row]]]:
        pool = self._pools[channel]
        chunks = [pairs[start : start + pool.batch_size] for start in range(0, len(pairs), pool.batch_size)]
        return [pool.send(intent, [to for to, _ in chunk], [tries for _, tries in chunk], keep) for chunk in chunks]

    async def _mark_gone(self, rows: Sequence[Row]) -> None:
        if gone := [one.contact_point_id for one in rows if one.state == State.GONE]:
            await self._call(mark_gone, gone)
        if lost := [one.contact_point_id for one in rows if one.state == State.GONE and one.is_room]:
            await self._call(report_lost_rooms, lost)
