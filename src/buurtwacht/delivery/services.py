# SPDX-License-Identifier: EUPL-1.2
"""Promising that something will be told, and noting what came of it."""

import re
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.journal.services import record, ring
from buurtwacht.people.models import ContactPoint

from .models import CHANNEL, Intent

_CODE = re.compile(r"^[a-zA-Z0-9_.:-]{0,60}$")

Fact = UUID | int | bool | str | None


def intend(
    kind: str, subject_id: UUID, *, priority: int, valid_for: timedelta, facts: dict[str, Fact] | None = None
) -> Intent:
    """Promise to tell. Call it inside the transaction of what it tells about, so that both stand or neither.

    `kind` names the resolver that will say whom and what; `priority` is 0 alarm, 1 update, 2 notice or 3 digest.
    `facts` are ids, numbers and short codes for that resolver, never text.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a promise is made in the transaction of what it tells about")
    now = timezone.now()
    intent = Intent.objects.create(
        kind=kind,
        subject_id=subject_id,
        priority=priority,
        valid_until=now + valid_for,
        facts={name: _bare(name, value) for name, value in (facts or {}).items()},
        created_at=now,
        due_at=now,
    )
    ring(CHANNEL)
    return intent


@transaction.atomic
def mark_gone(contact_point_ids: Sequence[UUID]) -> None:
    """The other side says that these addresses do not exist any more: send nothing there again."""
    gone = ContactPoint.objects.select_for_update().filter(pk__in=contact_point_ids, gone_at=None)
    for contact_point in gone.order_by("pk"):
        contact_point.gone_at = timezone.now()
        contact_point.save(update_fields=["gone_at"])
        record("contact_point.gone", contact_point.pk, channel=contact_point.channel)


def _bare(name: str, value: Fact) -> int | bool | str | None:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, str) and not _CODE.match(value):
        raise ValueError(f"the fact {name!r} is text, and an intent holds no text")
    return value
