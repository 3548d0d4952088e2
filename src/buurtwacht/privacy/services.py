# SPDX-License-Identifier: EUPL-1.2
"""The night: what has been kept long enough is forgotten, and proof of that is kept."""

from datetime import datetime, timedelta

import structlog
from django.db import transaction

from buurtwacht.journal.models import Line
from buurtwacht.journal.services import record
from buurtwacht.lib.ids import new_id

from .declare import Declaration, declarations
from .models import DeletionProof

log = structlog.get_logger()

JOURNAL_KEPT_FOR = timedelta(days=365)  # requirements 4.3: one year, no message content


def forget_what_is_due(now: datetime) -> int:
    """Run every declaration's term. One that fails does not keep the others from running. Returns rows forgotten."""
    total = sum(_forget(declaration, now) for declaration in declarations())
    with transaction.atomic():
        lines, _models = Line.objects.filter(at__lt=now - JOURNAL_KEPT_FOR, handled_at__isnull=False).delete()
        record("night.passed", new_id(), forgotten=total, lines=lines)
    return total


def _forget(declaration: Declaration, now: datetime) -> int:
    """One declaration in its own transaction, with its proof."""
    try:
        with transaction.atomic():
            rows = declaration.forget(now)
            if rows:
                DeletionProof.objects.create(at=now, model=declaration.model, rows=rows, kept_for=declaration.kept_for)
    except Exception as error:  # noqa: BLE001 - the worker's edge: one room's mistake must not keep others' data alive
        log.error("privacy.forget_failed", model=declaration.model, error=type(error).__name__)
        return 0
    return rows
