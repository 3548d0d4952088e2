# SPDX-License-Identifier: EUPL-1.2
"""What the pages about flags show, in the language that is active now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from buurtwacht.enrolment.signing.texts import Point
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import is_administrator
from buurtwacht.lib.errors import NotFound
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.reports.compose import Line, line_of
from buurtwacht.reports.compose.people import person_words
from buurtwacht.reports.compose.supposed import supposed_words
from buurtwacht.reports.compose.text import joined, sentence
from buurtwacht.reports.compose.vehicles import vehicle_words
from buurtwacht.reports.content import own_words
from buurtwacht.reports.flow.routes import Route, municipal_route
from buurtwacht.reports.hiding import CHANGED, TAKEN_BACK, HideReason, hide_reason_words
from buurtwacht.reports.models import Entry
from buurtwacht.reports.queries import thread_of
from buurtwacht.reports.signatures import signature_of
from buurtwacht.reports.thread.rules import refusal_to_write
from buurtwacht.wording.forms import Remark
from buurtwacht.wording.reasons import Reason

from . import access, checking, forms, queries, rules
from .resolvers import OUTCOMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """The private word as its reader sees it: their words, what could be better, the rule, and what can be done."""

    words: str
    remarks: tuple[Remark, ...]
    said: tuple[str, ...]  # what neighbours or the administrators find, where the program found nothing
    rules: tuple[Point, ...]
    hidden_because: str
    is_hidden: bool
    is_hard: bool
    tells_the_report: bool
    can_change: bool
    can_answer: bool
    elsewhere: Route | None  # where the municipality takes it, when it did not belong here
    answer: str
    own_nudge: Nudge | None

    @property
    def nudge(self) -> Nudge:
        """Only asked for where there is one to answer."""
        if self.own_nudge is None:
            raise NotFound(_("There is no such message."))
        return self.own_nudge


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """A flagged message for who judges it: in its context, with what neighbours say and never who says it."""

    about: queries.Pooled
    words: str
    lines: tuple[Line, ...]
    remarks: tuple[Remark, ...]
    rules: tuple[Point, ...]
    outcome: str  # how it ended the last time
    group: WatchGroup

    @property
    def entry(self) -> Entry:
        return self.about.entry

    @property
    def is_open(self) -> bool:
        return bool(self.about.count) or self.entry.has_words

    @property
    def can_be_shown_again(self) -> bool:
        entry = self.entry
        if entry.report.status == entry.report.Status.HIDDEN:
            return entry.report.erased_at is None
        return entry.hidden_content is not None and entry.hidden_reason not in (CHANGED, TAKEN_BACK)


def refusal(at: access.Flagging) -> str | None:
    """Why this cannot be flagged now, but for the most of a day: that is said on sending."""
    return rules.refusal_to_flag(at.entry, at.person.pk, 0)


def of_flag(at: access.Flagging) -> dict[str, Any]:
    """The message as the neighbour reads it, and what became of what they said."""
    policy, zone = at.report.group.policy, at.report.group.tz
    line = None if at.flag else line_of(at.entry, policy, zone, signature_of(at.entry))
    outcome = OUTCOMES[at.flag.outcome]() if at.flag and at.flag.outcome else ""
    judges = is_administrator(at.person, at.report.group) and at.entry.author_id != at.person.pk
    return {
        "judges": judges,
        "at": at,
        "flag": at.flag,
        "line": line,
        "outcome": outcome,
        "report": at.report,
        "group": at.report.group,
    }


def of_tip(at: access.Writing) -> Tip:
    """Everything on the page of the private word."""
    entry, nudge = at.entry, at.nudge
    remarks = tuple(checking.reads_again(entry))
    whole = rules.tells_the_report(entry)
    stands = entry.has_words
    live = refusal_to_write(entry.report, at.group.policy) is None
    reasons = [entry.hidden_reason] if entry.hidden_reason else list(nudge.reasons if nudge else [])
    return Tip(
        words=words_of(entry),
        remarks=remarks if stands else (),
        said=() if remarks else tuple(_labels(nudge)),
        rules=tuple(queries.rules_for(at.group, reasons)),
        hidden_because=hide_reason_words(entry.hidden_reason),
        is_hidden=entry.hidden_at is not None,
        is_hard=any(one.advice.blocks for one in remarks),
        tells_the_report=whole,
        can_change=stands and live and bool(own_words(entry).text or own_words(entry).supposed),
        can_answer=stands and nudge is not None,
        elsewhere=municipal_route(at.group.policy) if entry.hidden_reason == HideReason.NOT_FOR_HERE else None,
        answer=nudge.get_answer_display() if nudge and nudge.answer else "",
        own_nudge=nudge,
    )


def better_form(at: access.Writing, page: Tip, data: Any = None) -> forms.BetterWordsForm | None:
    """Where the words can be changed here. What tells the whole report is corrected on its own page."""
    if not page.can_change or page.tells_the_report:
        return None
    told = own_words(at.entry)
    better = checking.better_words(told, list(page.remarks))
    return forms.BetterWordsForm(data, policy=at.group.policy, told=told, better=better)


def of_judging(entry: Entry) -> Judging:
    """Everything on the page of who judges."""
    about, group = queries.pooled(entry), entry.report.group
    reasons = [flag.reason for flag in queries.open_flags(entry)] or [entry.hidden_reason]
    last = Flag.objects.filter(entry=entry).exclude(outcome="").order_by("-settled_at", "-pk").first()
    return Judging(
        about=about,
        words=words_of(entry),
        lines=thread_of(entry.report).lines,
        remarks=tuple(checking.reads_again(entry)),
        rules=tuple(queries.rules_for(group, reasons)),
        outcome=last.get_outcome_display() if last and not about.count else "",
        group=group,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message belongs that does not belong in a report: one press of a button brings it there."""

    act: str
    icon: str
    label: str


def places_for(page: Judging, *, coordinates: bool) -> list[Place]:
    """For what neighbours, or the wording check, call out of place. Taking it out and no more is in the form."""
    by_words = any(one.advice.reason in rules.ELSEWHERE for one in page.remarks)
    if not page.is_open or not (by_words or page.about.main_reason == Flag.Reason.NOT_FOR_HERE):
        return []
    places = [Place(forms.INFO, "news", _("Into the weekly information"))] if coordinates else []
    if municipal_route(page.group.policy):
        places.append(Place(forms.TOWN, "building", _("To the municipality: the writer reads where")))
    return places


def judge_form(page: Judging, data: Any = None, *, places: Sequence[Place] = ()) -> forms.JudgeForm:
    acts = [
        (forms.STAY, _("The words may stay")),
        (forms.ASK, _("Ask who wrote it, privately, to change the words")),
        (forms.HIDE, _("Hide the words, with a trace")),
    ]
    asked = page.about.nudge is not None or page.entry.author is None
    reason = rules.HIDE_FOR.get(page.about.main_reason, "")  # type: ignore[call-overload]
    shown = [act for act in acts if not (asked and act[0] == forms.ASK)]
    form = forms.JudgeForm(data, acts=[*shown, *((place.act, place.label) for place in places)], reason=reason)
    form.fields["act"].widget.choices = shown  # the places have buttons of their own
    return form


def words_of(entry: Entry) -> str:
    """All that a message says, hidden or not, for who wrote it and for who judges it."""
    told = own_words(entry)
    own = [sentence(part) for part in (told.text, told.place, told.direction, told.advice)]
    cards = [person_words(card) for card in told.persons] + [vehicle_words(card) for card in told.vehicles]
    return joined([*own, *cards, supposed_words(told)])


def _labels(nudge: Nudge | None) -> list[str]:
    """What was said about these words, in a sentence each: by the program, or by those who judge."""
    labels = {str(value): str(label) for value, label in Flag.Reason.choices}
    return [labels[reason] for reason in (nudge.reasons if nudge else []) if reason in labels and reason not in _CHECK]


_CHECK = frozenset(reason.value for reason in Reason)
