# SPDX-License-Identifier: EUPL-1.2
"""Sentences that the pages, letters and desk of a case share. In the language that is active."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.enrolment.signing.texts import rule_of, rules_of
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.moderation.ladder import Decider, Kind
from buurtwacht.moderation.models import Case

from .means import MEANS

UNFORESEEN = "unforeseen"
# Rules that tell what others do, or what holds for everybody. No member can break them.
TOLD = (
    "called_back", "changes", "dossier_", "ending", "initiative", "managed", "municipality_", "no_steering_group",
    "not_instead", "not_liable", "outcome_", "ownership", "police_", "removal_", "steering_group", "stop_any_time",
    "vetting_",
)  # fmt: skip


def name_of(case: Case) -> str:
    """As neighbours know each other: first name and street. Of who was erased, that they are gone."""
    if case.person.first_name == "":
        return _("Somebody who is no longer here")
    street = case.membership.street if case.membership else ""
    return ", ".join(part for part in (case.person.first_name, street) if part)


def rule_words(group: WatchGroup, key: str) -> str:
    """The rule in a few words."""
    point = rule_of(group, key) if key != UNFORESEEN else None
    return point.lead or point.words if point else _("Something that the rules do not foresee")


def rule_in_full(case: Case) -> str:
    """The rule as it stands in the house rules, in the language that is active."""
    point = rule_of(case.group, case.rule) if case.rule != UNFORESEEN else None
    if point is None:
        return _("The rules do not foresee this. The administrators looked at what happened.")
    return " ".join(filter(None, (point.lead, point.words, point.why)))


def time_left(until: datetime | None, now: datetime) -> str:
    """ "20 hours left", in whole hours and at last in minutes; nothing where no term runs."""
    if until is None:
        return ""
    minutes = max(int((until - now) / timedelta(minutes=1)), 0)
    if minutes < 60:
        return ngettext("%(count)s minute left", "%(count)s minutes left", minutes) % {"count": minutes}
    hours = minutes // 60
    if hours < 48:
        return ngettext("%(count)s hour left", "%(count)s hours left", hours) % {"count": hours}
    days = hours // 24
    return ngettext("%(count)s day left", "%(count)s days left", days) % {"count": days}


def who_decides(decider: Decider, *, alone: bool) -> str:
    """Who decides a step, in a few words; `alone` when the reader does."""
    if alone:
        return _("You decide. The other administrators hear of it.")
    return {
        Decider.ADMINISTRATOR: _("You decide. The other administrators hear of it."),
        Decider.TOGETHER: _("You propose it. A second administrator agrees within 24 hours."),
        Decider.ANOTHER: _("You propose it. A second administrator agrees within 24 hours."),
        Decider.MUNICIPALITY: _("You propose it. The municipality agrees within a week."),
        Decider.POLICE_CHIEF: _("You ask for it. The chief of police signs the letter."),
    }[decider]


def possible_rules(group: WatchGroup) -> list[tuple[str, str]]:
    """The rules that a member can break, in their own words, and at the end what they do not foresee."""
    points = [(point.key, point.lead or point.words) for point in rules_of(group) if not point.key.startswith(TOLD)]
    return [*points, (UNFORESEEN, _("The rules do not foresee this"))]


def neighbour(membership: Membership) -> str:
    """A member as neighbours know each other."""
    return ", ".join(part for part in (membership.person.first_name, membership.street) if part)


def label_of(kind: str) -> str:
    """The name of a step."""
    return str(Kind(kind).label)


def what_it_means(kind: str) -> str:
    """What a step means for the member, in one or two sentences."""
    return str(MEANS[Kind(kind)])


def button_for(decider: Decider, *, alone: bool) -> str:
    """What stands on the button of a step."""
    if alone:
        return _("Take this step")
    return _("Ask for this step") if decider is Decider.POLICE_CHIEF else _("Propose this step")
