# SPDX-License-Identifier: EUPL-1.2
"""What is kept of cases: words until the term to appeal is over and a month more, codes and dates for a year.

The member reads their own cases; never who opened one, proposed a step or flagged their words.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from buurtwacht.moderation.cases.queries import still_appealable
from buurtwacht.moderation.models import Appeal, Case, CaseAdvice, Measure, SteppedAside
from buurtwacht.privacy.declare import Basis, Declaration, declare

AFTER_THE_APPEAL = timedelta(days=30)
LONGEST = timedelta(days=365)  # of words and codes; requirements, section 4.3: a removal is remembered twelve months

WORDS = {"quoted": "", "note": "", "view": "", "question": ""}
OF_A_MEASURE: dict[str, Any] = {"reason": "", "declined_because": "", "address": None}


def export_cases(person_id: UUID) -> list[dict[str, Any]]:
    return [
        {
            "group": case.group.name,
            "rule": case.rule,
            "quoted": case.quoted,
            "note": case.note,
            "view": case.view,
            "opened_at": case.opened_at,
            "closed_at": case.closed_at,
            "outcome": case.outcome,
        }
        for case in Case.objects.filter(person_id=person_id).select_related("group").order_by("opened_at", "pk")
    ]


def erase_cases(person_id: UUID) -> int:
    """The words go; codes and dates stay with a person who has no name any more. Their acts for others lose them."""
    Case.objects.filter(opened_by_id=person_id).update(opened_by=None)
    return _empty(Case.objects.filter(person_id=person_id))


def forget_cases(now: datetime) -> int:
    """First the words, then the row."""
    appealable = still_appealable(now).filter(case=OuterRef("pk"))
    ends = {"closed_at__lt": now - AFTER_THE_APPEAL}
    closed = Case.objects.filter(~Exists(appealable), emptied_at=None, **ends)
    closed = closed.annotate(last=Max("measures__appeal_until"), answered=Max("measures__appeal__answered_at"))
    since = now - AFTER_THE_APPEAL
    over = closed.filter(Q(last=None) | Q(last__lt=since), Q(answered=None) | Q(answered__lt=since))
    too_old = Case.objects.filter(emptied_at=None, opened_at__lt=now - LONGEST)
    due = {*over.values_list("pk", flat=True), *too_old.values_list("pk", flat=True)}
    emptied = _empty(Case.objects.filter(pk__in=due), now)
    return emptied + Case.objects.filter(closed_at__lt=now - LONGEST).delete()[1].get("moderation.Case", 0)


def export_measures(person_id: UUID) -> list[dict[str, Any]]:
    measures = Measure.objects.filter(case__person_id=person_id).exclude(status=Measure.Status.PROPOSED)
    return [
        {
            "kind": measure.kind,
            "status": measure.status,
            "reason": measure.reason,
            "until": measure.until,
            "decided_at": measure.decided_at,
            "appeal_until": measure.appeal_until,
            "address": measure.address,
        }
        for measure in measures.order_by("proposed_at", "pk")
    ]


def erase_measures(person_id: UUID) -> int:
    """Of the measures against somebody the words go with the case; here the name of who took part in deciding."""
    proposed = Measure.objects.filter(proposed_by_id=person_id).update(proposed_by=None)
    return proposed + Measure.objects.filter(seconded_by_id=person_id).update(seconded_by=None)


def _empty(cases: QuerySet[Case], now: datetime | None = None) -> int:
    """Erase every word of these cases."""
    ids = list(cases.values_list("pk", flat=True))
    Measure.objects.filter(case__in=ids).update(**OF_A_MEASURE)
    Appeal.objects.filter(measure__case__in=ids).update(words="", answer="")
    CaseAdvice.objects.filter(case__in=ids).update(words="")
    SteppedAside.objects.filter(appeal__measure__case__in=ids).update(reason="")
    return Case.objects.filter(pk__in=ids).update(**WORDS, emptied_at=now)


declare(
    Declaration(
        model="moderation.Case",
        what=_("That a rule may have been broken, the words concerned, what happened, and how you see it."),
        why=_("To decide fairly, with a record and an appeal. The words go when the term to appeal is over."),
        kept_for=LONGEST,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={
            "group": _("Group"),
            "quoted": _("Words concerned"),
            "note": _("What happened"),
            "view": _("How you see it"),
            "opened_at": _("Opened"),
            "closed_at": _("Closed on"),
        },
        export=export_cases,
        erase=erase_cases,
        forget=forget_cases,
    ),
    Declaration(
        model="moderation.Measure",
        what=_("Which steps were taken against you, why and until when; after a removal your address for the letter."),
        why=_("So that you know what was decided and can appeal, and so that it can be taken back."),
        kept_for=LONGEST,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"reason": _("Reason"), "until": _("Until"), "decided_at": _("Decided on")},
        export=export_measures,
        erase=erase_measures,
    ),
)
