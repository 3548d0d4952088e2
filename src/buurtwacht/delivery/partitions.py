# SPDX-License-Identifier: EUPL-1.2
"""One partition of `delivery_delivery` per month: made ahead, and dropped whole when its time has passed."""

from datetime import UTC, datetime

from django.db import connection, transaction
from psycopg import sql

from .ids import first_id_at

MONTHS_AHEAD = 2
_TABLE = "delivery_delivery"
_DEFAULT = "delivery_delivery_default"


def make_partitions(now: datetime) -> list[str]:
    """Make the partitions of this month and the next ones. Returns the names of those that were new."""
    month = _first_of_month(now)
    made = []
    for _ in range(MONTHS_AHEAD + 1):
        made += _make(month)
        month = _next_month(month)
    return made


def drop_partitions(before: datetime) -> list[str]:
    """Drop the months that ended before this moment. Returns their names."""
    latest = _name(_first_of_month(before))
    gone = [name for name in _partitions() if name < latest]
    with connection.cursor() as cursor:
        for name in gone:
            cursor.execute(sql.SQL("DROP TABLE {}").format(sql.Identifier(name)))
    return gone


@transaction.atomic
def _make(month: datetime) -> list[str]:
    name = _name(month)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [_TABLE])
        if name in _partitions():
            return []
        ids = {"low": sql.Literal(first_id_at(month)), "high": sql.Literal(first_id_at(_next_month(month)))}
        names = {"table": sql.Identifier(_TABLE), "default": sql.Identifier(_DEFAULT), "new": sql.Identifier(name)}
        cursor.execute(sql.SQL(_MAKE).format(**ids, **names))
    return [name]


# Rows of that month may lie in the default partition, which would forbid making it; so they move first.
_MAKE = """
LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE;
CREATE TABLE {new} (LIKE {table} INCLUDING DEFAULTS INCLUDING INDEXES);
WITH moved AS (DELETE FROM {default} WHERE id >= {low} AND id < {high} RETURNING *)
    INSERT INTO {new} SELECT * FROM moved;
ALTER TABLE {table} ATTACH PARTITION {new} FOR VALUES FROM ({low}) TO ({high});
"""


def _partitions() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = %s::regclass ORDER BY 1", [_TABLE]
        )
        return [name for (name,) in cursor.fetchall() if name != _DEFAULT]


def _name(month: datetime) -> str:
    return f"{_TABLE}_{month:%Y_%m}"


def _first_of_month(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def _next_month(month: datetime) -> datetime:
    return month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)
