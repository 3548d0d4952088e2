# SPDX-License-Identifier: EUPL-1.2
"""Steps of moderation, from the journal: how many of each. The room where they are decided is not asked."""

from collections.abc import Iterator

from django.db.models import Count
from django.db.models.functions import TruncMonth

from buurtwacht.delivery.ids import first_id_at
from buurtwacht.journal.models import Line

from .span import Counted, Span

# The action, the fact and its value that a line must have, and the figure it adds to.
STEPS: tuple[tuple[str, str, frozenset[str], str], ...] = (
    ("flag.raised", "", frozenset(), "flags"),
    ("nudge.sent", "", frozenset(), "nudges"),
    ("nudge.answered", "answer", frozenset({"changed", "taken_back"}), "nudges_heeded"),
    ("entry.hidden", "", frozenset(), "hidden"),
    ("case.opened", "", frozenset(), "cases"),
    ("case.escalated", "", frozenset(), "cases_passed_on"),
    ("measure.taken", "kind", frozenset({"warning", "reprimand"}), "warnings"),
    ("measure.taken", "kind", frozenset({"suspension", "prosecutor"}), "suspensions"),
    ("measure.taken", "kind", frozenset({"removal", "relief"}), "removals"),
    ("appeal.made", "", frozenset(), "appeals"),
    ("appeal.answered", "verdict", frozenset({"shortened", "overturned"}), "appeals_granted"),
    ("ban.met", "", frozenset(), "bans_met"),
)
ACTIONS = {action for action, _fact, _values, _key in STEPS}


def count(span: Span, counted: Counted) -> None:
    """One query over the lines since these months began, whose ids are in the order of time."""
    ids = {str(group.pk): group.pk for group in span.groups}
    lines = Line.objects.filter(
        pk__gte=first_id_at(span.begin), action__in=ACTIONS, facts__group__in=list(ids), **span.within("at")
    ).order_by()
    told = lines.annotate(in_month=TruncMonth("at", tzinfo=span.zone)).values_list(
        "facts__group", "in_month", "action", "facts__answer", "facts__kind", "facts__verdict"
    )
    for group, month, action, answer, kind, verdict, number in told.annotate(number=Count("pk")):
        place = (ids[group], month.date())
        for key in _keys(action, {"answer": answer, "kind": kind, "verdict": verdict}):
            if place in counted:
                counted[place][key] += number


def _keys(action: str, facts: dict[str, str | None]) -> Iterator[str]:
    for wanted, fact, values, key in STEPS:
        if action == wanted and (not fact or facts[fact] in values):
            yield key
