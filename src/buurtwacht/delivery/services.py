# SPDX-License-Identifier: EUPL-1.2
"""Promising that something will be told, and noting what came of it."""

import re
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.journal.services import record, ring
from buurtwacht.people.services import record_seen, record_shown

from .models import CHANNEL, LOST, Delivery, Intent
from .queries import intents_about, within
from .records import write_receipts

_CODE = re.compile(r"^[a-zA-Z0-9_.:-]{0,60}$")

SHOWN, SEEN = "shown", "seen"

Signed = tuple[UUID, str, datetime]  # which delivery, SHOWN or SEEN, and when
Fact = UUID | int | bool | str | None


def intend(
    kind: str,
    subject_id: UUID,
    *,
    priority: int,
    valid_for: timedelta,
    facts: dict[str, Fact] | None = None,
    payer_id: UUID | None = None,
    after: timedelta = timedelta(),
) -> Intent:
    """Promise to tell. Call it inside the transaction of what it tells about, so that both stand or neither.

    `kind` names the resolver that will say whom and what; `priority` is 0 alarm, 1 update, 2 notice or 3 digest.
    `facts` are ids, numbers and short codes for that resolver, never text. `payer_id` is the group on whose ceiling
    paid messages count. With `after` it is told so much later.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a promise is made in the transaction of what it tells about")
    now = timezone.now()
    intent = Intent.objects.create(
        kind=kind,
        subject_id=subject_id,
        priority=priority,
        valid_until=now + after + valid_for,
        facts={name: _bare(name, value) for name, value in (facts or {}).items()},
        created_at=now,
        due_at=now + after,
        payer_id=payer_id,
    )
    ring(CHANNEL)
    return intent


@transaction.atomic
def take_receipts(receipts: Iterable[Signed]) -> set[UUID]:
    """Note that deliveries were shown or seen. The same receipt may come twice. Returns ids that are not on record yet.

    The times are those of a phone, whose clock may be wrong: none counts before the hand-over or after now.
    """
    shown, seen = _earliest(receipts)
    ids = sorted({*shown, *seen})
    if not ids:
        return set()
    found = write_receipts(ids, [shown.get(one) for one in ids], [seen.get(one) for one in ids], timezone.now())
    shown_on = dict(sorted(found.values(), key=lambda pair: pair[1]))  # the last time, where one device showed more
    record_seen(shown_on)
    record_shown(shown_on)
    return set(ids) - set(found)


@transaction.atomic
def report_lost_rooms(room_ids: Iterable[UUID]) -> None:
    """The other side says that these rooms do not exist any more. Who keeps rooms hears of it."""
    for room_id in room_ids:
        record(LOST, room_id)


@transaction.atomic
def sign_of_life(person_id: UUID, subject_ids: Collection[UUID]) -> int:
    """This person said something about these subjects on some channel: no other way needs to be tried any more."""
    intents = list(intents_about(subject_ids).values_list("pk", flat=True))
    told = Delivery.objects.filter(within(intents), person_id=person_id, intent_id__in=intents, seen_at=None)
    ids, now = list(told.values_list("pk", flat=True)), timezone.now()
    take_receipts((delivery_id, SEEN, now) for delivery_id in ids)
    return len(ids)


def _earliest(receipts: Iterable[Signed]) -> tuple[dict[UUID, datetime], dict[UUID, datetime]]:
    """The first time that each delivery was shown, and seen. What somebody saw was shown to them."""
    shown: dict[UUID, datetime] = {}
    seen: dict[UUID, datetime] = {}
    for delivery_id, kind, at in receipts:
        shown[delivery_id] = min(at, shown.get(delivery_id, at))
        if kind == SEEN:
            seen[delivery_id] = min(at, seen.get(delivery_id, at))
    return shown, seen


def _bare(name: str, value: Fact) -> int | bool | str | None:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, str) and not _CODE.match(value):
        raise ValueError(f"the fact {name!r} is text, and an intent holds no text")
    return value
