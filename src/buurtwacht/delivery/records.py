# SPDX-License-Identifier: EUPL-1.2
"""The outbox in SQL: raw, in bulk, and nowhere else. Row by row would be twelve to twenty-seven times slower.

Intents are written with synchronous commit, by `services.intend`. Outcomes are not: what a power cut loses of them
is sent again, and twice is better than never.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction
from psycopg.errors import UniqueViolation

from buurtwacht.journal.services import ring

from .ids import bounds
from .models import CHANNEL, Delivery
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
    cost: int = 0

    @property
    def is_room(self) -> bool:
        """A room has no person: it stands for itself."""
        return self.person_id == self.contact_point_id


_COLUMNS = ", ".join(Row._fields)
TYPES = ["uuid"] * 4 + ["text", "int2", "int2", "text", "int2", "timestamptz", "text", "text"] + ["timestamptz"] * 2
TYPES += ["int4"]
_UNNEST = ", ".join(f"%s::{kind}[]" for kind in TYPES)

_COPY = f"COPY delivery_delivery ({_COLUMNS}) FROM STDIN (FORMAT BINARY)"  # a third of the work of text
_INSERT = f"INSERT INTO delivery_delivery ({_COLUMNS}) SELECT * FROM unnest({_UNNEST}) ON CONFLICT DO NOTHING"  # noqa: S608
_SETTLE = f"""
UPDATE delivery_delivery d SET state = n.state, attempts = n.attempts, due_at = n.due_at,
    provider_id = n.provider_id, error = n.error, handed_over_at = n.handed_over_at, cost = d.cost + n.cost
FROM unnest({_UNNEST}) AS n({_COLUMNS}) WHERE d.id = n.id
"""  # noqa: S608 - column names and types of our own, no values

_RECEIVE = """
UPDATE delivery_delivery d SET
    shown_at = LEAST(d.shown_at, LEAST(GREATEST(n.shown_at, d.handed_over_at), %(now)s)),
    seen_at = CASE WHEN n.seen_at IS NULL THEN d.seen_at
        ELSE LEAST(d.seen_at, LEAST(GREATEST(n.seen_at, d.handed_over_at), %(now)s)) END
FROM unnest(%(ids)s::uuid[], %(shown)s::timestamptz[], %(seen)s::timestamptz[]) AS n(id, shown_at, seen_at)
WHERE d.id = n.id AND d.id BETWEEN %(low)s AND %(high)s
RETURNING d.id, d.contact_point_id, d.shown_at
"""


def outcomes_of(intent_id: UUID) -> dict[UUID, list[tuple[UUID, Tried]]]:
    """What is on record for one intent, per person: contact points and how they stand."""
    rows = Delivery.objects.filter(intent_id=intent_id, id__range=bounds(intent_id)).values_list(
        "person_id", "contact_point_id", "rung", "state", "attempts", "due_at"
    )
    found: dict[UUID, list[tuple[UUID, Tried]]] = {}
    for person_id, contact_point_id, rung, state, attempts, due_at in rows:
        found.setdefault(person_id, []).append((contact_point_id, Tried(rung, state, attempts, due_at)))
    return found


def write_receipts(
    ids: Sequence[UUID], shown: Sequence[datetime | None], seen: Sequence[datetime | None], now: datetime
) -> dict[UUID, tuple[UUID, datetime]]:
    """Note the first time each delivery was shown and seen.

    Returns for those that are on record the contact point, and when it was shown as far as a phone's clock is believed.

    `ids` are in order, so that two of these never wait for each other.
    """
    values: dict[str, Any] = {"ids": ids, "shown": shown, "seen": seen, "now": now, "low": ids[0], "high": ids[-1]}
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM delivery_delivery WHERE id = ANY(%s) ORDER BY id FOR UPDATE", [list(ids)])
        cursor.execute(_RECEIVE, values)
        return {delivery_id: (point_id, shown_at) for delivery_id, point_id, shown_at in cursor.fetchall()}


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
    need_not_wait_for_the_disk()
    with connection.cursor() as cursor:
        if fresh:
            add(fresh)
            if any(row.due_at and row.due_at <= row.created_at for row in fresh):
                ring(CHANNEL)  # a next rung, or a sender account that another process owns
        if settled:
            cursor.execute(_SETTLE, [list(column) for column in zip(*settled, strict=True)])


def need_not_wait_for_the_disk() -> None:
    """For this transaction: it is on disk within a second, and what is lost until then is repaired."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")


def _copy(rows: Sequence[Row]) -> None:
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        copy.set_types(TYPES)
        for row in rows:
            copy.write_row(row)


def _insert(rows: Sequence[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [list(column) for column in zip(*rows, strict=True)])
