# SPDX-License-Identifier: EUPL-1.2
"""How each channel does: what waits, what went wrong lately, how fast it was taken. Counts and codes, nothing else."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Min, Q
from django.utils import timezone

from .ids import first_id_at
from .models import ChannelState, Delivery, Incoming

LATELY = timedelta(minutes=15)
MOST_ERRORS = 3

# The commit is the moment of the promise, which the first 48 bits of the id hold too; the row has it as created_at of
# its intent. Taken: when the other side said yes.
_SPEED = """
SELECT d.channel, percentile_disc(0.95) WITHIN GROUP (ORDER BY d.handed_over_at - i.created_at)
FROM delivery_delivery d JOIN delivery_intent i ON i.id = d.intent_id
WHERE d.id >= %(since)s AND d.handed_over_at IS NOT NULL AND d.rung = 0 AND d.priority = 0 GROUP BY d.channel
"""


@dataclass(frozen=True, slots=True)
class ChannelFigures:
    """One channel in the last quarter of an hour."""

    kind: str
    waiting: int = 0  # deliveries that are due again
    oldest: timedelta | None = None  # for how long the oldest of these has been waiting
    taken: int = 0
    failed: int = 0
    errors: tuple[tuple[str, int], ...] = ()  # the commonest, with how often
    slowest: timedelta | None = None  # 95 of 100 alarms were taken within this
    unread: int = 0  # things that came in and are not read yet
    stuck: int = 0  # of which we failed to read so often that somebody has to look
    workers: tuple[ChannelState, ...] = field(default=())

    @property
    def error_share(self) -> float:
        """Of what was tried lately, between 0 and 1."""
        tried = self.taken + self.failed
        return self.failed / tried if tried else 0.0

    @property
    def open_until(self) -> datetime | None:
        """Until when the circuit breaker is open, in any worker."""
        return max((state.open_until for state in self.workers if state.open_until), default=None)

    @property
    def allowances(self) -> list[dict[str, Any]]:
        """As the worker that owns the account last wrote them."""
        return next((state.allowances for state in self.workers if state.allowances), [])


def channel_figures(kinds: Iterable[str], now: datetime | None = None) -> list[ChannelFigures]:
    """The figures of these channels, in their order."""
    now = now or timezone.now()
    since = first_id_at(now - LATELY)
    waiting, taken, failed = _waiting(), _taken(since), _failures(since)
    speed, unread, states = _speed(since), _unread(), _states()
    return [
        ChannelFigures(
            kind=kind,
            waiting=waiting.get(kind, (0, now))[0],
            oldest=now - waiting[kind][1] if kind in waiting else None,
            taken=taken.get(kind, 0),
            failed=sum(failed[kind].values()),
            errors=tuple(failed[kind].most_common(MOST_ERRORS)),
            slowest=speed.get(kind),
            unread=unread.get(kind, (0, 0))[0],
            stuck=unread.get(kind, (0, 0))[1],
            workers=tuple(states[kind]),
        )
        for kind in kinds
    ]


def _waiting() -> dict[str, tuple[int, datetime]]:
    due = Delivery.objects.filter(due_at__isnull=False, state=Delivery.State.DUE_AGAIN).order_by().values("channel")
    rows = due.annotate(count=Count("id"), oldest=Min("created_at")).values_list("channel", "count", "oldest")
    return {channel: (count, oldest) for channel, count, oldest in rows}


def _taken(since: Any) -> dict[str, int]:
    recent = Delivery.objects.filter(id__gte=since, handed_over_at__isnull=False).order_by().values("channel")
    return dict(recent.annotate(count=Count("id")).values_list("channel", "count"))


def _failures(since: Any) -> defaultdict[str, Counter[str]]:
    """What the other side did not take. What was never tried is no refusal: quiet hours, or no news any more."""
    untried = Q(state=Delivery.State.GIVEN_UP, attempts=0)
    recent = Delivery.objects.filter(id__gte=since, handed_over_at=None).exclude(untried).exclude(error="").order_by()
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for channel, error, count in recent.values_list("channel", "error").annotate(count=Count("id")):
        found[channel][error] += count
    return found


def _speed(since: Any) -> dict[str, timedelta]:
    with connection.cursor() as cursor:
        cursor.execute(_SPEED, {"since": since})
        return dict(cursor.fetchall())


STUCK_AFTER = 5  # tries


def _unread() -> dict[str, tuple[int, int]]:
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for channel, attempts in Incoming.objects.values_list("channel", "attempts"):
        found[channel][0] += 1
        found[channel][1] += attempts >= STUCK_AFTER
    return {channel: (unread, stuck) for channel, (unread, stuck) in found.items()}


def _states() -> defaultdict[str, list[ChannelState]]:
    found: defaultdict[str, list[ChannelState]] = defaultdict(list)
    for state in ChannelState.objects.order_by("-is_owner", "worker"):
        found[state.channel].append(state)
    return found
