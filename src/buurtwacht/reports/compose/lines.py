# SPDX-License-Identifier: EUPL-1.2
"""The timeline: each entry as one short piece of news."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from buurtwacht.lib.clock import clock
from buurtwacht.policy.model import Policy
from buurtwacht.reports.content import Content, read
from buurtwacht.reports.content.seal import keeps_a_plate_for_the_police
from buurtwacht.reports.models import Entry, Report

from .people import person_words
from .supposed import supposed_words
from .text import joined, one_line, sentence, split_first
from .traces import trace_of
from .vehicles import vehicle_words

Kind = Entry.Kind


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as neighbours read it."""

    id: UUID
    kind: str
    at: datetime
    headline: str
    text: str
    who: str
    photos: tuple[str, ...]  # ids; a door decides who may open them
    by: UUID | None = None  # who said it, for the page of who reads: nobody is shown an id
    is_hidden: bool = False
    has_words: bool = False  # somebody said something here, and it still stands
    supposed: str = ""  # what they did not see, marked as such; that of the first telling stands with the report

    @property
    def is_call(self) -> bool:
        return self.kind in (Kind.SHARED, Kind.CALL)


def line_of(entry: Entry, policy: Policy, zone: tzinfo, who: str) -> Line:
    """Compose in the language that is active now. An erased entry says that it was erased."""
    content = read(entry)
    headline, text = _("This text was erased."), ""
    if entry.hidden_at is not None:
        headline, text = trace_of(entry, zone)
    elif entry.content is not None:
        headline, text = _SAYS.get(entry.kind, _news)(content, entry, policy, zone)
    at = content.called_at if entry.kind == Kind.SHARED and content.called_at else entry.at
    photos = tuple(photo.id for photo in content.photos)
    return Line(
        entry.pk,
        str(entry.kind),
        at,
        headline,
        text,
        who,
        photos,
        by=entry.author_id,
        is_hidden=entry.hidden_at is not None,
        has_words=entry.has_words,
        supposed=supposed_words(content) if entry.kind != Kind.SHARED else "",
    )


def _shared(content: Content, entry: Entry, policy: Policy, zone: tzinfo) -> tuple[str, str]:
    shared = {"time": clock(entry.at, zone)}
    if content.called_at:
        called = sentence(_("%(number)s called") % {"number": policy.emergency_number})
        return called, _("Report shared at %(time)s.") % shared
    return _("Question asked."), _("Nobody has called yet. Asked at %(time)s.") % shared


def _news(content: Content, entry: Entry, policy: Policy, zone: tzinfo) -> tuple[str, str]:
    own, rest = split_first(content.text)
    told = (content.direction, own) if content.direction else (own,)
    words = [sentence(part) for part in told if one_line(part)]
    vehicles = [vehicle_words(card, with_place=False) for card in content.vehicles]
    cards = [person_words(card) for card in content.persons] + vehicles
    plate = _("Plate given to the police.") if keeps_a_plate_for_the_police(entry) else ""
    place = sentence(content.place) if content.place else ""
    first, *others = [part for part in (*words, *cards, plate, place, rest) if part] or [entry.get_kind_display()]
    return first, joined(others)


def _called(content: Content, entry: Entry, policy: Policy, zone: tzinfo) -> tuple[str, str]:
    headline = sentence(_("%(number)s called") % {"number": policy.emergency_number})
    return headline, sentence(content.text)


def _fixed(headline: Callable[[], str], text: Callable[[], str] = lambda: "") -> Callable[..., tuple[str, str]]:
    def says(content: Content, entry: Entry, policy: Policy, zone: tzinfo) -> tuple[str, str]:
        own = (sentence(content.text), sentence(content.advice))
        return headline(), joined((text(), *own))

    return says


def _closing(content: Content, entry: Entry, policy: Policy, zone: tzinfo) -> tuple[str, str]:
    reason = str(Report.CloseReason(content.reason).label) if content.reason in Report.CloseReason.values else ""
    return sentence(pgettext("report", "Closed"), reason), joined((sentence(content.text), sentence(content.advice)))


def _advice(content: Content, entry: Entry, policy: Policy, zone: tzinfo) -> tuple[str, str]:
    """The answer to a question in doubt: call, or ask the group first."""
    if content.reason == "share":
        return _("The coordinator asks the group."), sentence(content.text)
    call = _("The coordinator says: call %(number)s.") % {"number": policy.emergency_number}
    return call, sentence(content.text)


def _correction(content: Content, entry: Entry, policy: Policy, zone: tzinfo) -> tuple[str, str]:
    first, rest = _news(content, entry, policy, zone)
    return sentence(_("Correction")), joined((first, rest))


_SAYS: dict[str, Callable[[Content, Entry, Policy, tzinfo], tuple[str, str]]] = {
    Kind.SHARED: _shared,
    Kind.CALL: _called,
    Kind.CLOSING: _closing,
    Kind.CORRECTION: _correction,
    Kind.RAISED: _fixed(lambda: _("The coordinator raised the alarm.")),
    Kind.POLICE_ON_SITE: _fixed(
        lambda: _("The police are there."), lambda: _("No more messages please, only what you see now.")
    ),
    Kind.ADVICE: _advice,
    Kind.HIDDEN: _fixed(lambda: _("The coordinator hid this report."), lambda: _("Do not use what it said.")),
    Kind.SHOWN_AGAIN: _fixed(
        lambda: _("The report is shown again."), lambda: _("It was hidden by mistake. It stands as it stood.")
    ),
    Kind.FALSE_ALARM: _fixed(lambda: _("False alarm."), lambda: _("The description has been erased.")),
    Kind.WITHDRAWN: _fixed(lambda: _("The report was withdrawn."), lambda: _("The description has been erased.")),
    Kind.HANDOVER: _fixed(lambda: _("Handed over to the police.")),
    Kind.OUTCOME: _fixed(lambda: _("What came of it.")),
}
