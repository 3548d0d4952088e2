# SPDX-License-Identifier: EUPL-1.2
"""What is kept so that open screens miss nothing, and what phones tell us in return."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.privacy.declare import Basis, Declaration, declare

from . import folding, services
from .models import Receipt


def export_receipts(person_id: UUID) -> list[dict[str, Any]]:
    fields = ("kind", "answer", "at")
    kept = Receipt.objects.filter(person_id=person_id).order_by("id").values_list(*fields)
    return [dict(zip(fields, row, strict=True)) for row in kept]


def erase_receipts(person_id: UUID) -> int:
    return Receipt.objects.filter(person_id=person_id).delete()[0]


def forget_events(now: datetime) -> int:
    return services.forget_old_events()


def forget_receipts(now: datetime) -> int:
    return folding.forget_folded_receipts()


declare(
    Declaration(
        model="live.Event",
        what=_("What open screens were shown during the last day, encrypted."),
        why=_("So that a screen without a connection for a while misses nothing."),
        kept_for=services.KEPT,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_events,
    ),
    Declaration(
        model="live.Receipt",
        what=_("That your phone showed a message, that you opened it, or what you answered, and when."),
        why=_("To count how many neighbours an alert reached."),
        kept_for=folding.KEPT,
        basis=Basis.LEGITIMATE_INTEREST,
        export=export_receipts,
        erase=erase_receipts,
        forget=forget_receipts,
    ),
)
