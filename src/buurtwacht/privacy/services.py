# SPDX-License-Identifier: EUPL-1.2
"""The night: what has been kept long enough is forgotten, and proof of that is kept."""

from datetime import datetime, timedelta

import structlog
from django.db import transaction

from buurtwacht.lib.logs import facts_of

from .declare import Declaration, declarations
from .models import DeletionProof

log = structlog.get_logger()

PROOF_KEPT_FOR = timedelta(days=730)


def forget_what_is_due(now: datetime) -> int:
    """Run every declaration's term. One that fails does not keep the others from running. Returns rows forgotten."""
    DeletionProof.objects.filter(at__lt=now - PROOF_KEPT_FOR).delete()
    return sum(_forget(declaration, now) for declaration in declarations())


def _forget(declaration: Declaration, now: datetime) -> int:
    """One declaration in its own transaction, with its proof."""
    try:
        with transaction.atomic():
            rows = declaration.forget(now)
            if rows:
                DeletionProof.objects.create(at=now, model=declaration.model, rows=rows, kept_for=declaration.kept_for)
    except Exception as error:  # noqa: BLE001 - the worker's edge: one room's mistake must not keep others' data alive
        log.error("privacy.forget_failed", model=declaration.model, **facts_of(error))
        return 0
    return rows
