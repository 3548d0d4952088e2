# SPDX-License-Identifier: EUPL-1.2
"""What follows from how it went: try again, give up, or climb to the next channel. Pure: no database, no clock."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from .models import Delivery, Priority

State = Delivery.State

FIRST_WAIT = 2.0  # seconds before the second try; doubles with each try
LONGEST_WAIT = 300.0
PATIENCE = timedelta(seconds=5)  # an alarm waits no longer than this for a channel in trouble before it climbs
ENOUGH_TRIES = 2  # after as many tries on one rung an alarm climbs, while the rung is still tried as well


@dataclass(frozen=True, slots=True)
class Tried:
    """How one contact point of a person stands."""

    rung: int
    state: str
    attempts: int
    due_at: datetime | None


def wait_before_retry(attempts: int, *, retry_after: float | None, chance: float) -> timedelta:
    """How long to wait after this many tries: doubling, half of it by `chance` (0..1) so that retries do not march.

    A time that the other side asked for is never cut short.
    """
    base = min(FIRST_WAIT * 2.0 ** max(attempts - 1, 0), LONGEST_WAIT)
    seconds = base / 2 + chance * base / 2
    if retry_after is not None:
        seconds = max(seconds, retry_after * (1 + chance / 10))
    return timedelta(seconds=seconds)


def may_start(priority: int, *, busy: int, slots: int) -> bool:
    """Is there a place for a job of this priority? Each step down leaves a quarter of the places to those above."""
    reserved = slots * priority // 4
    return busy < max(slots - reserved, 1) if priority else busy < slots


def next_rung(priority: int, tried: Sequence[Tried], rungs: Collection[int], now: datetime) -> int | None:
    """The next step of the ladder for one person, or None to stay. Only an alarm climbs.

    It climbs when nothing was handed over and every try below is dead, or has been tried enough, or waits too long.
    """
    if priority != Priority.ALARM or any(one.state in (State.HANDED_OVER, State.HELD) for one in tried):
        return None
    if not all(_is_hopeless(one, now) for one in tried):
        return None
    highest = max((one.rung for one in tried), default=-1)
    return min((rung for rung in rungs if rung > highest), default=None)


def _is_hopeless(one: Tried, now: datetime) -> bool:
    if one.state != State.DUE_AGAIN:
        return True
    return one.attempts >= ENOUGH_TRIES or (one.due_at is not None and one.due_at - now > PATIENCE)
