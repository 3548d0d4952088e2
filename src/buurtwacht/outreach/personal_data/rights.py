# SPDX-License-Identifier: EUPL-1.2
"""Requests of people who may have been described."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights.rules import KEPT_FOR, UNPROVEN_FOR
from buurtwacht.privacy.declare import Basis, Declaration, declare

from .addressed import with_address_of


def export_requests(person_id: UUID) -> list[dict[str, Any]]:
    """What was asked with this person's address, and what this person answered to others."""
    asked = with_address_of(person_id, RightsRequest.objects.all())
    answered = RightsRequest.objects.filter(answered_by_id=person_id)
    rows = [
        {"name": one.name, "question": one.words, "moment": one.moment, "answer": one.answer, "asked_at": one.asked_at}
        for one in asked
    ]
    return rows + [{"answer": one.answer, "answered_at": one.answered_at} for one in answered]


def erase_requests(person_id: UUID) -> int:
    """Who answered is forgotten. A request stays until a year after its answer, whoever asked it: the law wants that
    we can show what we did with it (GDPR, article 17, paragraph 3, under b and e)."""
    return RightsRequest.objects.filter(answered_by_id=person_id).update(answered_by=None)


def forget_requests(now: datetime) -> int:
    """A year after the answer; and what was never proven, after a day."""
    answered = Q(answered_at__lt=now - KEPT_FOR)
    unproven = Q(received_at=None, asked_at__lt=now - UNPROVEN_FOR)
    due = RightsRequest.objects.filter(answered | unproven)
    count = due.count()
    due.delete()
    return count


declare(
    Declaration(
        model="outreach.RightsRequest",
        what=_(
            "A request about rights: name, mail or postal address, what it is about, where and when, and the answer."
        ),
        why=_("To answer within the term of the law, and for a year after the answer to be able to show what we did."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGAL_DUTY,
        labels={"question": _("Question"), "answer": _("Answer"), "answered_at": _("Answered")},
        export=export_requests,
        erase=erase_requests,
        forget=forget_requests,
    ),
)
