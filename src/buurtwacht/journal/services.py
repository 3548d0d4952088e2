# SPDX-License-Identifier: EUPL-1.2
"""Writing in the journal, and reacting to what was written."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Protocol
from uuid import UUID

import structlog
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from buurtwacht.lib.logs import facts_of

from .models import Line

log = structlog.get_logger()

Handler = Callable[[Line], None]
Fact = UUID | int | bool | str | None

CHANNEL = "journal"  # the name on which PostgreSQL rings the bell
FIRST_RETRY = timedelta(seconds=5)
MOST_ATTEMPTS = 12  # with doubling, the last try comes about six hours after the first

_ACTION = re.compile(r"^[a-z_]+\.[a-z_]+$")
_CODE = re.compile(r"^[a-zA-Z0-9_.:-]{0,60}$")
_handlers: dict[str, list[Handler]] = {}


class HasId(Protocol):
    """Anyone who can act: a person."""

    @property
    def pk(self) -> UUID: ...


def record(action: str, subject_id: UUID, *, by: HasId | None = None, **facts: Fact) -> Line:
    """Write one line. Call it inside the transaction of what it tells about.

    `facts` are ids, numbers, truths and short codes. Anything that looks like text is refused: the journal must
    never hold what somebody wrote.
    """
    if not _ACTION.match(action):
        raise ValueError(f"{action!r} is not <noun>.<past participle>")
    for name, value in facts.items():
        if isinstance(value, str) and not _CODE.match(value):
            raise ValueError(f"the fact {name!r} is text, and the journal holds no text")
    kept = {name: str(value) if isinstance(value, UUID) else value for name, value in facts.items()}
    now = timezone.now()
    line = Line.objects.create(
        action=action,
        subject_id=subject_id,
        by_id=by.pk if by else None,
        facts=kept,
        at=now,
        due_at=now if action in _handlers else None,
        handled_at=None if action in _handlers else now,
    )
    if action in _handlers:
        ring(CHANNEL)
    return line


def ring(channel: str) -> None:
    """Wake whoever listens, when this transaction commits. PostgreSQL folds equal rings of one transaction into one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [channel])


def on(*actions: str) -> Callable[[Handler], Handler]:
    """Register a handler for these actions. A handler may run twice for one line, so it must bear that."""

    def register(handler: Handler) -> Handler:
        for action in actions:
            _handlers.setdefault(action, []).append(handler)
        return handler

    return register


def handle_due_lines(limit: int = 100) -> int:
    """Run the handlers of lines that wait, each line in its own transaction. Returns how many were taken."""
    taken = 0
    while taken < limit and _handle_one():
        taken += 1
    return taken


def _handle_one() -> bool:
    with transaction.atomic():
        due = Line.objects.select_for_update(skip_locked=True).filter(
            handled_at=None, due_at__lte=timezone.now(), attempts__lt=MOST_ATTEMPTS
        )
        line = due.order_by("due_at", "pk").first()
        if line is None:
            return False
        try:
            with transaction.atomic():
                for handler in _handlers.get(line.action, []):
                    handler(line)
        except Exception as error:  # noqa: BLE001 - the worker's edge: one bad line must not stop the others
            log.error("journal.handler_failed", line=str(line.pk), action=line.action, **facts_of(error))
            wait = FIRST_RETRY * 2**line.attempts
            Line.objects.filter(pk=line.pk).update(attempts=F("attempts") + 1, due_at=timezone.now() + wait)
        else:
            Line.objects.filter(pk=line.pk).update(handled_at=timezone.now(), due_at=None)
        return True
