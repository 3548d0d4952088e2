# SPDX-License-Identifier: EUPL-1.2
"""The outbox in SQL: raw, in bulk, and nowhere else. Row by row would be twelve to twenty-seven times slower.

Intents are written with synchronous commit, by `services.intend`. Outcomes are not: what a power cut loses of them
is sent again, and twice is better than never.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from psycopg.errors import UniqueViolation

from buurtwacht.journal.services import record, ring

from .ids import bounds
from .models import CHANNEL, TOLD, Delivery, Intent
from .rules import Tried


class Row(NamedTuple):
    """How it went for one contact point, in the order of the columns that are copied."""

    id: UUID
    intent_id: UUID
    contact_point_id: UUID
    person_id: UUID
    channel: str
    priority: int
    rung: int
    state: str
    attempts: int
    due_at: datetime | None
    provider_id: str
    error: str
    created_at: datetime
    handed_over_at: datetime | None


class Due(NamedTuple):
    """A delivery that waited for its next try, or for the end of the quiet hours."""

    id: UUID
    intent_id: UUID
    channel: str
    attempts: int


_COLUMNS = ", ".join(Row._fields)
_TYPES = ["uuid"] * 4 + ["text", "int2", "int2", "text", "int2", "timestamptz", "text", "text"] + ["timestamptz"] * 2
_UNNEST = ", ".join(f"%s::{kind}[]" for kind in _TYPES)

_CLAIM_INTENTS = """
UPDATE delivery_intent SET due_at = %(lease)s, attempts = attempts + 1
WHERE id IN (
    SELECT id FROM delivery_intent
    WHERE done_at IS NULL AND due_at <= %(now)s AND priority <= %(lowest)s
    ORDER BY priority, due_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED
) RETURNING *
"""
_CLAIM_DUE = """
WITH due AS (
    SELECT id FROM delivery_delivery
    WHERE due_at <= %(now)s AND (channel = ANY(%(roomy)s) OR priority = 0 AND channel = ANY(%(channels)s))
    ORDER BY priority, due_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED
)
UPDATE delivery_delivery d SET due_at = %(lease)s FROM due WHERE d.id = due.id
RETURNING d.id, d.intent_id, d.channel, d.attempts
"""
_COPY = f"COPY delivery_delivery ({_COLUMNS}) FROM STDIN (FORMAT BINARY)"  # a third of the work of text
_INSERT = f"INSERT INTO delivery_delivery ({_COLUMNS}) SELECT * FROM unnest({_UNNEST}) ON CONFLICT DO NOTHING"  # noqa: S608
_SETTLE = f"""
UPDATE delivery_delivery d SET state = n.state, attempts = n.attempts, due_at = n.due_at,
    provider_id = n.provider_id, error = n.error, handed_over_at = n.handed_over_at
FROM unnest({_UNNEST}) AS n({_COLUMNS}) WHERE d.id = n.id
"""  # noqa: S608 - column names and types of our own, no values

_RECEIVE = """
UPDATE delivery_delivery d SET
    shown_at = LEAST(d.shown_at, LEAST(GREATEST(n.shown_at, d.handed_over_at), %(now)s)),
    seen_at = CASE WHEN n.seen_at IS NULL THEN d.seen_at
        ELSE LEAST(d.seen_at, LEAST(GREATEST(n.seen_at, d.handed_over_at), %(now)s)) END
FROM unnest(%(ids)s::uuid[], %(shown)s::timestamptz[], %(seen)s::timestamptz[]) AS n(id, shown_at, seen_at)
WHERE d.id = n.id AND d.id BETWEEN %(low)s AND %(high)s
RETURNING d.id, d.contact_point_id
"""


def claim_intents(limit: int, lease: timedelta, lowest: int) -> list[Intent]:
    """Take promises that are due, most urgent first, for as long as `lease`. None below priority `lowest`.

    A worker that dies loses its lease, and the promise is taken up again: better told twice than never.
    """
    now = timezone.now()
    values = {"now": now, "lease": now + lease, "lowest": lowest, "limit": limit}
    claimed = Intent.objects.raw(_CLAIM_INTENTS, values)
    return sorted(claimed, key=lambda intent: (intent.priority, intent.created_at))


def intents_of(ids: Collection[UUID]) -> list[Intent]:
    """These intents, most urgent first."""
    return list(Intent.objects.filter(pk__in=ids).order_by("priority", "created_at"))


def renew(intent_ids: Sequence[UUID], lease: timedelta) -> None:
    """Keep what we are still busy with."""
    Intent.objects.filter(pk__in=intent_ids, done_at=None).update(due_at=timezone.now() + lease)


@transaction.atomic
def finish(intent_id: UUID) -> None:
    """Everybody whom this intent concerns has an outcome. When a power cut loses this, nobody is told again for it."""
    _need_not_wait_for_the_disk()
    if Intent.objects.filter(pk=intent_id, done_at=None).update(done_at=timezone.now()):
        record(TOLD, intent_id)


def put_back(intent_id: UUID, wait: timedelta) -> None:
    """It could not be worked out; try again after `wait`."""
    Intent.objects.filter(pk=intent_id, done_at=None).update(due_at=timezone.now() + wait)


def outcomes_of(intent_id: UUID) -> dict[UUID, list[tuple[UUID, Tried]]]:
    """What is on record for one intent, per person: contact points and how they stand."""
    rows = Delivery.objects.filter(intent_id=intent_id, id__range=bounds(intent_id)).values_list(
        "person_id", "contact_point_id", "rung", "state", "attempts", "due_at"
    )
    found: dict[UUID, list[tuple[UUID, Tried]]] = {}
    for person_id, contact_point_id, rung, state, attempts, due_at in rows:
        found.setdefault(person_id, []).append((contact_point_id, Tried(rung, state, attempts, due_at)))
    return found


def claim_due(limit: int, lease: timedelta, channels: Sequence[str], roomy: Sequence[str]) -> list[Due]:
    """Take deliveries whose time has come, for as long as `lease`: alarms on `channels`, the rest on `roomy` ones."""
    now = timezone.now()
    with connection.cursor() as cursor:
        values: dict[str, Any] = {
            "now": now,
            "lease": now + lease,
            "channels": list(channels),
            "roomy": list(roomy),
            "limit": limit,
        }
        cursor.execute(_CLAIM_DUE, values)
        return [Due(*row) for row in cursor.fetchall()]


def give_up(ids: Sequence[UUID], why: str) -> None:
    """These were due, but there is nobody to tell any more, or nothing that is still news."""
    if ids:
        Delivery.objects.filter(pk__in=ids).update(state=Delivery.State.GIVEN_UP, due_at=None, error=why)


def write_receipts(
    ids: Sequence[UUID], shown: Sequence[datetime | None], seen: Sequence[datetime | None], now: datetime
) -> dict[UUID, UUID]:
    """Note the first time each delivery was shown and seen. Returns the contact points of those that are on record.

    `ids` are in order, so that two of these never wait for each other.
    """
    values: dict[str, Any] = {"ids": ids, "shown": shown, "seen": seen, "now": now, "low": ids[0], "high": ids[-1]}
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM delivery_delivery WHERE id = ANY(%s) ORDER BY id FOR UPDATE", [list(ids)])
        cursor.execute(_RECEIVE, values)
        return dict(cursor.fetchall())


def write(fresh: Sequence[Row], settled: Sequence[Row] = ()) -> None:
    """Put outcomes on record in one transaction: `fresh` ones are new rows, `settled` ones replace a row that was due.

    A fresh outcome that is on record already stays as it was.
    """
    try:
        _write(fresh, settled, _copy)
    except UniqueViolation:  # two workers told the same, because a lease had run out
        _write(fresh, settled, _insert)


@transaction.atomic
def _write(fresh: Sequence[Row], settled: Sequence[Row], add: Callable[[Sequence[Row]], None]) -> None:
    _need_not_wait_for_the_disk()
    with connection.cursor() as cursor:
        if fresh:
            add(fresh)
            if any(row.due_at and row.due_at <= row.created_at for row in fresh):
                ring(CHANNEL)  # a next rung, or a sender account that another process owns
        if settled:
            cursor.execute(_SETTLE, [list(column) for column in zip(*settled, strict=True)])


def _need_not_wait_for_the_disk() -> None:
    """For this transaction: it is on disk within a second, and what is lost until then is repaired."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")


def _copy(rows: Sequence[Row]) -> None:
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        copy.set_types(_TYPES)
        for row in rows:
            copy.write_row(row)


def _insert(rows: Sequence[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [list(column) for column in zip(*rows, strict=True)])
