# SPDX-License-Identifier: EUPL-1.2
"""The dossier as the police will read it: what the screen, the PDF and the JSON all show."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

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
    photos_left_out: int = 0  # of entries that are in the dossier
    talk: Talk | None = None

    @property
    def shown(self) -> list[SheetLine]:
        return [line for line in self.lines if line.state != LEFT_OUT]

    @property
    def left_out(self) -> int:
        return len(self.lines) - len(self.shown)

    @property
    def has_point(self) -> bool:
        """Does an exact point on the map go along, in the record of an entry that is whole?"""
        return any(line.state == WHOLE and has_point(line.entry) for line in self.lines)


def sheet_of(dossier: Dossier) -> Sheet:
    """The sheet as the coordinator has redacted it so far, in the language of the organisation."""
    report = dossier.report
    decisions = {redaction.entry_id: redaction for redaction in dossier.redactions.all()}
    entries = list(report.entries.order_by("sequence").prefetch_related("photos"))
    with override(dossier.organisation.language):
        lines = tuple(_with_days(report, [_line(entry, decisions.get(entry.pk)) for entry in entries]))
        photos, photos_left_out = _photos(lines, decisions)
        for photo in photos:
            photo.description = photo.description if _stays(report, photo.description, lines) else BLOCK * 5
        return Sheet(
            what=report.title if _stays(report, report.title, lines) else _title_from_signs(report),
            where=report.place if _stays(report, report.place, lines) else BLOCK * 5,
            when=_when(report),
            called=_called(report, entries),
            lines=lines,
            photos=photos,
            photos_left_out=photos_left_out,
            talk=talk_of(excerpt) if (excerpt := dossier.excerpts.first()) else None,
        )


def words_of(entry: Entry) -> str:
    """What an entry says, as one text: the part for the police only included. Nothing of what was hidden.

    Of words that were replaced by a correction, only those that go with a photo are left.
    """
    if _is_hidden(entry):
        return ""
    if entry.content is None:
        return joined([sentence(photo.description) for photo in photos_of(entry)])
    if entry.kind not in TOLD_IN_FULL:
        line = line_of(entry, entry.report.group.policy, entry.report.group.tz, "")
        return joined((line.headline, line.text))
    content = unseal(entry)
    own = [sentence(part) for part in (content.title, content.text, content.place, content.direction)]
    cards = [person_words(card) for card in content.persons] + [vehicle_words(card) for card in content.vehicles]
    photos = [sentence(photo.description) for photo in content.photos]
    return joined([*own, *cards, *photos, supposed_sentences(content)]) or str(entry.get_kind_display())


def photos_of(entry: Entry) -> list[Photo]:
    """The photos of an entry that are still there, in the order in which they were taken in."""
    return sorted((photo for photo in entry.photos.all() if photo.image), key=lambda photo: photo.pk)


def has_point(entry: Entry) -> bool:
    """Does its record say where on the map it was?"""
    return bool(entry.content and entry.content.get("location"))


def _line(entry: Entry, decision: Redaction | None) -> SheetLine:
    who = str(Entry.Role(entry.role).label)
    if _is_hidden(entry):
        return SheetLine(entry, who, _("Hidden by the administrators of the group"), HIDDEN)
    if decision is not None and not decision.is_included:
        return SheetLine(entry, who, "", LEFT_OUT)
    cuts = [Cut(*cut) for cut in decision.cuts] if decision else []
    words = words_of(entry)
    if entry.content is None:
        return SheetLine(entry, who, _erased(redacted(words, cuts) if words else ""), ERASED)
    return SheetLine(entry, who, redacted(words, cuts), REDACTED if cuts or _is_less(entry, decision) else WHOLE)


def _erased(words_of_photos: str) -> str:
    told = _("On the photo: %(words)s") % {"words": words_of_photos} if words_of_photos else ""
    return joined((sentence(_("Erased")), told)) if told else _("Erased")


def _is_less(entry: Entry, decision: Redaction | None) -> bool:
    """Was something taken out that stands in the record, and not in the words?"""
    if decision is None:
        return False
    return bool(decision.photos_out) or (decision.is_point_out and has_point(entry))


def _photos(lines: tuple[SheetLine, ...], decisions: dict[UUID, Redaction]) -> tuple[tuple[Photo, ...], int]:
    """The photos that go along, and how many of these entries stay behind. Without a decision none goes."""
    kept: list[Photo] = []
    left_out = 0
    for line in lines:
        decision = decisions.get(line.entry.pk)
        if decision is None or line.state in (HIDDEN, LEFT_OUT):
            continue
        found = photos_of(line.entry)
        going = [photo for photo in found if str(photo.pk) not in decision.photos_out]
        kept += going
        left_out += len(found) - len(going)
    return tuple(kept), left_out


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
    return not any(
        told in words_of(line.entry).casefold() for line in lines if line.state in (REDACTED, LEFT_OUT, ERASED)
    )


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
