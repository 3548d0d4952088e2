# SPDX-License-Identifier: EUPL-1.2
"""What can be flagged, how often, and when people look at it. No database."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.reports.hiding import HideReason
from buurtwacht.reports.models import Entry
from buurtwacht.reports.thread.rules import FULL_TELLINGS
from buurtwacht.wording.reasons import Reason

MOST_A_DAY = 10  # our choice: who sees more than ten wrong things a day can ring the coordinator
DAY = timedelta(days=1)
TO_ANSWER = timedelta(hours=1)  # a nudge that the writer leaves for so long goes to people
KEPT_FOR = timedelta(days=30)  # the words of a flag, once it was looked at

# The remark of the wording check that comes nearest to what a neighbour says, so that a house rule can be shown.
NEAREST = {
    Flag.Reason.HURTS: Reason.INSULT,
    Flag.Reason.DISCRIMINATES: Reason.DISCRIMINATION,
    Flag.Reason.ACCUSES: Reason.ACCUSATION,
    Flag.Reason.DANGEROUS: Reason.PURSUIT,
    Flag.Reason.PRIVATE: Reason.NAMES_NEIGHBOUR,
    Flag.Reason.NOT_FOR_HERE: Reason.CHIT_CHAT,
}
HIDE_FOR = {
    Flag.Reason.HURTS: HideReason.HURTS,
    Flag.Reason.DISCRIMINATES: HideReason.LOOKS_ONLY,
    Flag.Reason.ACCUSES: HideReason.ACCUSATION,
    Flag.Reason.DANGEROUS: HideReason.DANGEROUS,
    Flag.Reason.PRIVATE: HideReason.NEIGHBOUR_NAMED,
    Flag.Reason.NOT_FOR_HERE: HideReason.NOT_FOR_HERE,
    Flag.Reason.UNTRUE: HideReason.UNTRUE,
}
# Remarks of the wording check about what belongs somewhere else, and not in a report (R137, R139, R140).
ELSEWHERE = (Reason.OFF_TOPIC, Reason.CHIT_CHAT, Reason.MUNICIPAL, Reason.PAST_EVENT)
RULE_OF_HIDING = {
    HideReason.LOOKS_ONLY: Reason.APPEARANCE_ONLY,
    HideReason.NEIGHBOUR_NAMED: Reason.NAMES_NEIGHBOUR,
    HideReason.ACCUSATION: Reason.ACCUSATION,
    HideReason.HURTS: Reason.INSULT,
    HideReason.DANGEROUS: Reason.PURSUIT,
    HideReason.NOT_FOR_HERE: Reason.CHIT_CHAT,
}


def tells_the_report(entry: Entry) -> bool:
    """Does the whole report stand on these words? They are corrected or withdrawn, not changed by themselves."""
    return entry.kind in FULL_TELLINGS


def refusal_to_flag(entry: Entry, person_id: UUID, flagged_today: int) -> str | None:
    """Why this person cannot flag this, or None."""
    if entry.author_id == person_id:
        return _("These are your own words. Is something not right? Change them or take them back.")
    if not entry.has_words:
        return _("There are no words here any more. Nothing needs to be done.")
    if flagged_today >= MOST_A_DAY:
        return _("You told us of %(most)s messages today. Is there more? Ring your coordinator.") % {"most": MOST_A_DAY}
    return None


def waits_for_people(nudge: Nudge | None, now: datetime) -> bool:
    """Is it for people to look at? Not while the writer has a little time to answer by themselves."""
    if nudge is None or nudge.answer == Nudge.Answer.KEPT:
        return True
    return not nudge.answer and nudge.at + TO_ANSWER <= now


def nearest_reason(reason: str) -> str:
    """The reason of the wording check that a reason of a flag, of hiding or of the check itself comes down to."""
    for known in (NEAREST, RULE_OF_HIDING):
        if reason in known:
            return known[reason].value  # type: ignore[index]
    return reason
