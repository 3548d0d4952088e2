# SPDX-License-Identifier: EUPL-1.2
"""Appeals and advice: a year after the answer, and with the case when that goes first.

A year is as long as somebody who was removed may be held back (requirements, section 4.3): until then they can ask why.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.moderation.models import Appeal, CaseAdvice, SteppedAside
from buurtwacht.privacy.declare import Basis, Declaration, declare

KEPT_FOR = timedelta(days=365)


def export_appeals(person_id: UUID) -> list[dict[str, Any]]:
    """What somebody wrote and what was answered. Who judged is not theirs to know."""
    appeals = Appeal.objects.filter(measure__case__person_id=person_id).select_related("measure__case__group")
    return [
        {
            "group": appeal.measure.case.group.name,
            "measure": appeal.measure.kind,
            "words": appeal.words,
            "at": appeal.at,
            "verdict": appeal.verdict,
            "answer": appeal.answer,
            "answered_at": appeal.answered_at,
        }
        for appeal in appeals
    ]


def erase_appeals(person_id: UUID) -> int:
    """Their own go; of those of others, that they judged or noted them down."""
    judged = Appeal.objects.filter(answered_by_id=person_id).update(answered_by=None)
    noted = Appeal.objects.filter(entered_by_id=person_id).update(entered_by=None)
    return judged + noted + Appeal.objects.filter(measure__case__person_id=person_id).delete()[0]


def forget_appeals(now: datetime) -> int:
    return Appeal.objects.filter(answered_at__lt=now - KEPT_FOR).delete()[0]


def export_advice(person_id: UUID) -> list[dict[str, Any]]:
    """What others advised about somebody once it was decided, and what they advised about others, without whom."""
    decided = CaseAdvice.objects.filter(case__person_id=person_id, case__closed_at__isnull=False)
    own = CaseAdvice.objects.filter(by_id=person_id)
    return [{"role": one.role, "words": one.words, "at": one.at} for one in (*decided, *own)]


def erase_advice(person_id: UUID) -> int:
    given = CaseAdvice.objects.filter(by_id=person_id).update(by=None)
    return given + CaseAdvice.objects.filter(case__person_id=person_id).delete()[0]


def forget_advice(now: datetime) -> int:
    return CaseAdvice.objects.filter(case__closed_at__lt=now - KEPT_FOR).delete()[0]


def export_aside(person_id: UUID) -> list[dict[str, Any]]:
    """Which appeals somebody left to others, and why; not whose they were."""
    rows = SteppedAside.objects.filter(by_id=person_id)
    return [{"at": one.at, "reason": one.reason} for one in rows]


def erase_aside(person_id: UUID) -> int:
    return SteppedAside.objects.filter(by_id=person_id).delete()[0]


declare(
    Declaration(
        model="moderation.Appeal",
        what=_("That you appealed against a measure, what you wrote, and what was answered."),
        why=_("So that somebody who had no part in it can look again, and you can read the answer later."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={
            "group": _("Group"),
            "words": _("What you wrote"),
            "at": _("Sent"),
            "answer": _("The answer"),
            "answered_at": _("Answered"),
        },
        export=export_appeals,
        erase=erase_appeals,
        forget=forget_appeals,
    ),
    Declaration(
        model="moderation.CaseAdvice",
        what=_("What police, municipality or organisation advised about a case, in which role."),
        why=_("So that who decides a case that the rules do not foresee does not decide alone."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"role": _("Role"), "words": _("Advice"), "at": _("Sent")},
        export=export_advice,
        erase=erase_advice,
        forget=forget_advice,
    ),
    Declaration(
        model="moderation.SteppedAside",
        what=_("That you left an appeal to another judge, and why if you said so."),
        why=_("So that somebody else is asked. It goes with the appeal, and the reason with its words."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"at": _("Sent"), "reason": _("Reason")},
        export=export_aside,
        erase=erase_aside,
    ),
)
