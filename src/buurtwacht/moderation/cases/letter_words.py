# SPDX-License-Identifier: EUPL-1.2
"""What a letter and a mail tell the member: who decided what, what it means, why, and how to appeal."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.lib.clock import day
from buurtwacht.moderation.ladder import TO_APPEAL, Kind
from buurtwacht.moderation.models import Case, Measure

from . import queries
from .means import MEANS_FOR_YOU
from .words import rule_in_full

SUSPENDS = (Kind.SUSPENSION, Kind.PROSECUTOR)


def opening_of(measure: Measure) -> str:
    """Who decided what, and when. In the language that is active."""
    case = measure.case
    names = {"group": case.group.name, "police": case.group.organisation.police_name or _("the police")}
    if measure.status == Measure.Status.PROPOSED:
        return _("The chief of police of %(police)s writes to you about your part in %(group)s.") % names
    names["day"] = day_of(measure.decided_at, case)
    if measure.signed_on:
        return _("On %(day)s a decision of the chief of police of %(police)s began to hold in %(group)s.") % names
    if case.desk == Case.Desk.ORGANISATION:
        names["organisation"] = case.group.organisation.name
        return _("On %(day)s %(organisation)s took a decision about your part in %(group)s.") % names
    return _("On %(day)s the administrators of %(group)s took a decision about your part in the group.") % names


def means_of(measure: Measure) -> str:
    """What it means for the member, and until when."""
    words = str(MEANS_FOR_YOU[Kind(measure.kind)])
    if measure.until is None:
        return words
    last = {"day": day_of(measure.until, measure.case)}
    until = _("It ends on %(day)s.") if measure.kind in SUSPENDS else _("You cannot join again before %(day)s.")
    return f"{words} {until % last}"


def parts_of(measure: Measure) -> list[dict[str, Any]]:
    """The rule, the words concerned, what happened, and why: what the member may know, and nothing of who said it."""
    case = measure.case
    parts = [
        (_("The rule"), rule_in_full(case), False),
        (_("Your words"), case.quoted, True),
        (_("What happened"), case.note, False),
        (_("Why this step"), measure.reason, False),
    ]
    return [{"heading": heading, "words": words, "quote": quote} for heading, words, quote in parts if words]


def appeal_of(measure: Measure) -> str:
    """Until when and how to appeal; or that this step knows no appeal."""
    rung = queries.rung_for(measure.case, measure.kind)
    until = measure.appeal_until or (measure.proposed_at + TO_APPEAL if rung and rung.can_appeal else None)
    if until is None:
        return _("There is no appeal against this step. You can say on this page how you see it:")
    return _(
        "Do you not agree? You can appeal until %(day)s. Somebody who had no part in it then looks at it again. Do it "
        "on this page, or in a letter with the reference:"
    ) % {"day": day_of(until, measure.case)}


def day_of(moment: datetime | None, case: Case) -> str:
    """The day on the wall of the neighbourhood; today when there is no moment yet."""
    return day(moment or timezone.now(), case.group.tz)
