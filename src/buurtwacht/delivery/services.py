# SPDX-License-Identifier: EUPL-1.2
"""Promising that something will be told."""

import re
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.journal.services import ring

from .models import Intent

CHANNEL = "intents"  # the name on which PostgreSQL rings the bell

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


def _bare(name: str, value: Fact) -> int | bool | str | None:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, str) and not _CODE.match(value):
        raise ValueError(f"the fact {name!r} is text, and an intent holds no text")
    return value
