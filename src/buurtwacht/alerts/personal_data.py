# SPDX-License-Identifier: EUPL-1.2
"""What is kept about what neighbours let know."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.privacy.declare import Basis, Declaration, declare

from .models import Acknowledgement

KEPT_FOR = timedelta(days=30)  # after the end of the report, as long as its words (requirements 4.3)


def export_answers(person_id: UUID) -> list[dict[str, Any]]:
    given = Acknowledgement.objects.filter(person_id=person_id).order_by("at")
    return [{"report": str(one.report_id), "answer": one.answer, "at": one.at} for one in given]


def erase_answers(person_id: UUID) -> int:
    return Acknowledgement.objects.filter(person_id=person_id).delete()[0]


def forget_answers(now: datetime) -> int:
    return Acknowledgement.objects.filter(report__closed_at__lt=now - KEPT_FOR).delete()[0]


declare(
    Declaration(
        model="alerts.Acknowledgement",
        what=_("What you let know about a report: seen, watching from home, can come with two, or cannot."),
        why=_("So that whoever reported it sees, as a number, that neighbours know of it."),
        kept_for=KEPT_FOR,
        basis=Basis.AGREEMENT,
        export=export_answers,
        erase=erase_answers,
        forget=forget_answers,
    )
)
