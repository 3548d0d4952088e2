# SPDX-License-Identifier: EUPL-1.2
"""Who works on what: promises and retries are leased, never locked, so that a worker that dies holds nothing up."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from buurtwacht.journal.services import record

from .ids import bounds
from .models import TOLD, Delivery, Intent
from .records import need_not_wait_for_the_disk


class Due(NamedTuple):
    """A delivery that waited for its next try, or for the end of the quiet hours."""

    id: UUID
    intent_id: UUID
    channel: str
    attempts: int
    error: str


_CLAIM_CLIMBS = """
UPDATE delivery_intent SET climb_at = CASE WHEN valid_until > %(now)s THEN %(lease)s END
WHERE id IN (
    SELECT id FROM delivery_intent WHERE climb_at <= %(now)s ORDER BY climb_at LIMIT %(limit)s FOR UPDATE SKIP LOCKED
) RETURNING *
"""
_LIFE = """
SELECT person_id, max(rung), bool_or(shown_at IS NOT NULL OR seen_at IS NOT NULL) FROM delivery_delivery
WHERE intent_id = %(intent)s AND id BETWEEN %(low)s AND %(high)s GROUP BY person_id
"""
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
RETURNING d.id, d.intent_id, d.channel, d.attempts, d.error
"""


def claim_intents(limit: int, lease: timedelta, lowest: int) -> list[Intent]:
    """Take promises that are due, most urgent first, for as long as `lease`. None below priority `lowest`.

    A worker that dies loses its lease, and the promise is taken up again: better told twice than never.
    """
    now = timezone.now()
    values = {"now": now, "lease": now + lease, "lowest": lowest, "limit": limit}
    claimed = Intent.objects.raw(_CLAIM_INTENTS, values)
    return sorted(claimed, key=lambda intent: (intent.priority, intent.created_at, intent.pk))


def intents_of(ids: Collection[UUID]) -> list[Intent]:
    """These intents, most urgent first."""
    return list(Intent.objects.filter(pk__in=ids).order_by("priority", "created_at", "pk"))


def renew(intent_ids: Sequence[UUID], lease: timedelta) -> None:
    """Keep what we are still busy with."""
    Intent.objects.filter(pk__in=intent_ids, done_at=None).update(due_at=timezone.now() + lease)


@transaction.atomic
def finish(intent_id: UUID, climb_at: datetime | None = None) -> None:
    """Everybody whom this intent concerns has an outcome. When a power cut loses this, nobody is told again for it.

    `climb_at` is when to look for whom another way must be tried.
    """
    need_not_wait_for_the_disk()
    if Intent.objects.filter(pk=intent_id, done_at=None).update(done_at=timezone.now(), climb_at=climb_at):
        record(TOLD, intent_id)


def claim_climbs(limit: int, lease: timedelta) -> list[Intent]:
    """Take alarms for which it is time to look who gave no sign of life. What is no longer news is let go."""
    now = timezone.now()
    values = {"now": now, "lease": now + lease, "limit": limit}
    return [intent for intent in Intent.objects.raw(_CLAIM_CLIMBS, values) if intent.climb_at]


def life_after(intent_id: UUID) -> tuple[dict[UUID, int], set[UUID]]:
    """The highest rung of each person who was told, and who of them gave a sign of life on any channel."""
    low, high = bounds(intent_id)
    with connection.cursor() as cursor:
        cursor.execute(_LIFE, {"intent": intent_id, "low": low, "high": high})
        rows = cursor.fetchall()
    return {person_id: rung for person_id, rung, _ in rows}, {person_id for person_id, _, is_alive in rows if is_alive}


def look_again_at(intent_id: UUID, climb_at: datetime | None) -> None:
    """When the next turn is; None when everybody had theirs."""
    Intent.objects.filter(pk=intent_id).update(climb_at=climb_at)


def put_back(intent_id: UUID, wait: timedelta) -> None:
    """It could not be worked out; try again after `wait`."""
    Intent.objects.filter(pk=intent_id, done_at=None).update(due_at=timezone.now() + wait)


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
