# SPDX-License-Identifier: EUPL-1.2
"""The dossier as the police will read it: what the screen, the PDF and the JSON all show."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from buurtwacht.lib.clock import full_day
from buurtwacht.reports.compose import line_of, title_of
from buurtwacht.reports.compose.people import person_words
from buurtwacht.reports.compose.supposed import supposed_sentences
from buurtwacht.reports.compose.text import joined, sentence
from buurtwacht.reports.compose.vehicles import vehicle_words
from buurtwacht.reports.content import Content, unseal
from buurtwacht.reports.models import Entry, Photo, Report

from .excerpt.words import Talk, talk_of
from .models import Dossier, Redaction
from .redaction import BLOCK, Cut, redacted

WHOLE, REDACTED, LEFT_OUT, ERASED, HIDDEN = "whole", "redacted", "left_out", "erased", "hidden"
Kind = Entry.Kind
TOLD_IN_FULL = (Kind.SHARED, Kind.SIGHTING, Kind.VEHICLE, Kind.PERSON, Kind.CORRECTION)  # the rest has words of its own


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One entry in the dossier: its words after redaction, and whether anything is missing."""

    entry: Entry
    who: str
    words: str
    state: str
    new_day: str = ""  # the day, where it is another one than that of the line before


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the police get to read."""

    what: str
    where: str
    when: str
    called: str
    lines: tuple[SheetLine, ...]
    photos: tuple[Photo, ...]
    talk: Talk | None = None

    @property
    def shown(self) -> list[SheetLine]:
        return [line for line in self.lines if line.state != LEFT_OUT]

    @property
    def left_out(self) -> int:
        return len(self.lines) - len(self.shown)


def sheet_of(dossier: Dossier) -> Sheet:
    """The sheet as the coordinator has redacted it so far, in the language of the organisation."""
    report = dossier.report
    decisions = {redaction.entry_id: redaction for redaction in dossier.redactions.all()}
    entries = list(report.entries.order_by("sequence").prefetch_related("photos"))
    with override(dossier.organisation.language):
        lines = tuple(_with_days(report, [_line(entry, decisions.get(entry.pk)) for entry in entries]))
        kept = {line.entry.pk for line in lines if line.state in (WHOLE, REDACTED)}
        photos = tuple(p for entry in entries for p in entry.photos.all() if entry.pk in kept and p.image)
        for photo in photos:
            photo.description = photo.description if _stays(report, photo.description, lines) else BLOCK * 5
        return Sheet(
            what=report.title if _stays(report, report.title, lines) else _title_from_signs(report),
            where=report.place if _stays(report, report.place, lines) else BLOCK * 5,
            when=_when(report),
            called=_called(report, entries),
            lines=lines,
            photos=photos,
            talk=talk_of(excerpt) if (excerpt := dossier.excerpts.first()) else None,
        )


def words_of(entry: Entry) -> str:
    """What an entry says, as one text: the part for the police only included. Nothing of what was hidden."""
    if entry.content is None or _is_hidden(entry):
        return ""
    if entry.kind not in TOLD_IN_FULL:
        line = line_of(entry, entry.report.group.policy, entry.report.group.tz, "")
        return joined((line.headline, line.text))
    content = unseal(entry)
    own = [sentence(part) for part in (content.title, content.text, content.place, content.direction)]
    cards = [person_words(card) for card in content.persons] + [vehicle_words(card) for card in content.vehicles]
    photos = [sentence(photo.description) for photo in content.photos]
    return joined([*own, *cards, *photos, supposed_sentences(content)]) or str(entry.get_kind_display())


def _line(entry: Entry, decision: Redaction | None) -> SheetLine:
    who = str(Entry.Role(entry.role).label)
    if _is_hidden(entry):
        return SheetLine(entry, who, _("Hidden by the administrators of the group"), HIDDEN)
    if entry.content is None:
        return SheetLine(entry, who, _("Erased"), ERASED)
    if decision is not None and not decision.is_included:
        return SheetLine(entry, who, "", LEFT_OUT)
    cuts = [Cut(*cut) for cut in decision.cuts] if decision else []
    return SheetLine(entry, who, redacted(words_of(entry), cuts), REDACTED if cuts else WHOLE)


def _with_days(report: Report, lines: list[SheetLine]) -> Iterator[SheetLine]:
    """A report can pass midnight, and the coordinator looks it through on another day: a time alone would mislead."""
    zone = report.group.tz
    day = report.seen_at.astimezone(zone).date()
    for line in lines:
        there = line.entry.at.astimezone(zone).date()
        if there == day or line.state == LEFT_OUT:
            yield line
        else:
            yield replace(line, new_day=full_day(there))
            day = there


def _is_hidden(entry: Entry) -> bool:
    """The police read nothing of what was hidden, be it this message or the whole report."""
    return entry.hidden_at is not None or entry.report.status == Report.Status.HIDDEN


def _stays(report: Report, head: str, lines: tuple[SheetLine, ...]) -> bool:
    """May these words stand beside the course? Not when they, or a part of them, were taken out of it."""
    if report.status == Report.Status.HIDDEN:
        return False
    told = sentence(head).rstrip(".").casefold()
    if any(told in line.words.casefold() for line in lines):
        return True
    return not any(told in words_of(line.entry).casefold() for line in lines if line.state in (REDACTED, LEFT_OUT))


def _title_from_signs(report: Report) -> str:
    """A headline without a word of the reporter's own."""
    return title_of(Content(behaviours=tuple(report.behaviours)))


def _when(report: Report) -> str:
    zone = report.group.tz
    start, end = report.seen_at.astimezone(zone), (report.closed_at or report.last_news_at).astimezone(zone)
    return f"{full_day(start, zone)}, {_clock(start)} – {_clock(end)}"


def _called(report: Report, entries: list[Entry]) -> str:
    if report.called_at is None:
        return _("Nobody called")
    first = _clock(report.called_at.astimezone(report.group.tz))
    again = sum(1 for entry in entries if entry.kind == Entry.Kind.CALL)
    if not again:
        return _("%(time)s, once") % {"time": first}
    times = ngettext("%(count)s more time", "%(count)s more times", again) % {"count": again}
    return _("%(time)s, and %(times)s") % {"time": first, "times": times}


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"
