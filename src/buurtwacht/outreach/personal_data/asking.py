# SPDX-License-Identifier: EUPL-1.2
"""What members asked their coordinators."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.outreach.asking.rules import KEPT_FOR
from buurtwacht.outreach.models import MemberQuestion
from buurtwacht.privacy.declare import Basis, Declaration, declare


def export_asked(person_id: UUID) -> list[dict[str, Any]]:
    """What this person asked with the answers, and what this person answered to others."""
    asked = MemberQuestion.objects.filter(asked_by_id=person_id)
    answered = MemberQuestion.objects.filter(answered_by_id=person_id)
    rows = [{"question": one.words, "asked_at": one.asked_at, "answer": one.answer} for one in asked]
    return rows + [{"answer": one.answer, "answered_at": one.answered_at} for one in answered]


def erase_asked(person_id: UUID) -> int:
    """The questions go with who asked them; an answer to somebody else stays, without who gave it."""
    gone = MemberQuestion.objects.filter(asked_by_id=person_id).delete()[0]
    return gone + MemberQuestion.objects.filter(answered_by_id=person_id).update(answered_by=None)


def forget_asked(now: datetime) -> int:
    """A first question and what was asked after it go together."""
    before = now - KEPT_FOR
    old = MemberQuestion.objects.filter(follows=None, asked_at__lt=before).exclude(followed_by__asked_at__gte=before)
    return old.delete()[0]


declare(
    Declaration(
        model="outreach.MemberQuestion",
        what=_("What you asked the coordinator of your group, and the answer; and who answered."),
        why=_("So that a question does not have to be asked in front of all neighbours."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"question": _("Question"), "answer": _("Answer"), "answered_at": _("Answered")},
        export=export_asked,
        erase=erase_asked,
        forget=forget_asked,
    ),
)
