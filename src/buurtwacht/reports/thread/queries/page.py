# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.lib import clock
from buurtwacht.people.models import Person
from buurtwacht.places.queries import distance_from_home
from buurtwacht.reports.compose import Line
from buurtwacht.reports.compose.people import person_words
from buurtwacht.reports.compose.vehicles import vehicle_words
from buurtwacht.reports.content import Content, read, unseal
from buurtwacht.reports.hiding import hide_reason_words
from buurtwacht.reports.models import BuddyRequest, Entry, Report
from buurtwacht.reports.queries import entries_of, thread_of
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.access import Reader
from buurtwacht.reports.thread.safety import safety_note

from .photos import SeenPhoto, photo_notes, photos_for, standing_photos

Kind = Entry.Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A report as one person reads it now."""

    reader: Reader
    title: str
    place: str
    distance: str
    words: tuple[str, ...]
    persons: tuple[str, ...]
    vehicles: tuple[str, ...]
    supposed: str
    lines: tuple[Line, ...]
    outcome: str
    ending: Line | None
    photos: tuple[SeenPhoto, ...]
    photo_notes: tuple[str, ...]
    safety: str
    refusal: str | None
    hidden_because: str
    buddies: tuple[BuddyRequest, ...] = field(default=())

    @property
    def report(self) -> Report:
        return self.reader.report

    @property
    def is_short(self) -> bool:
        """Title and outcome only: it ended more than a day ago."""
        return self.reader.reading is rules.Reading.OUTCOME

    @property
    def may_ask(self) -> bool:
        """May somebody who reads this ask the coordinator something? Not while the alarm asks for their eyes (R142)."""
        return not self.reader.coordinates and rules.first_actions_are_over(self.report, timezone.now())

    @property
    def sos(self) -> dict[str, Any]:
        """The emergency bar: quiet once somebody called, while this is going on (R096)."""
        live = self.report.is_live
        called_at = self.report.called_at if live else None
        return {"number": self.reader.policy.emergency_number, "called_at": called_at, "quiet": bool(called_at)}


def page_of(reader: Reader) -> Page:
    """Everything the page needs, in the language that is active now."""
    report, policy = reader.report, reader.policy
    entries = _legible(reader)
    thread, photos = thread_of(report, entries), standing_photos(reader)
    message = thread.message
    return Page(
        reader=reader,
        title=title_now(report, message.title, entries),
        place=message.place or ("" if report.status == Report.Status.HIDDEN else report.place),
        distance=distance_from_home(reader.membership.home, report.location),
        words=message.words,
        persons=message.persons + _added(entries, Kind.PERSON),
        vehicles=message.vehicles + _added(entries, Kind.VEHICLE),
        supposed=message.supposed,
        lines=thread.lines,
        outcome=outcome_of(entries),
        ending=next((line for line in thread.lines if line.kind in rules.ENDINGS), None),
        photos=photos_for(reader, photos),
        photo_notes=photo_notes(reader, photos),
        safety=safety_note(policy),
        refusal=rules.refusal_to_write(report, policy),
        hidden_because=_hidden_because(entries) if report.status == Report.Status.HIDDEN else "",
        buddies=_buddies(reader),
    )


def _legible(reader: Reader) -> list[Entry]:
    """What this person reads: of a report that was hidden and that they do not judge, their own words only."""
    entries = list(entries_of(reader.report))
    if reader.report.status != Report.Status.HIDDEN or reader.coordinates:
        return entries
    return [entry for entry in entries if entry.author_id == reader.person.pk or entry.kind == Kind.HIDDEN]


def title_now(report: Report, composed: str, entries: Sequence[Entry]) -> str:
    """The headline in the reader's own language while its words are there; after that what the reporter's said."""
    if any(entry.content for entry in entries if entry.kind in (Kind.SHARED, Kind.CORRECTION)):
        return composed
    return report.headline or _("Report of %(day)s") % {"day": clock.day(report.shared_at, report.group.tz)}


def told_last(report: Report) -> Content:
    """What stands now: the first telling, or the correction that took its place. With the plate, for correcting."""
    full = [entry for entry in entries_of(report) if entry.kind in (Kind.SHARED, Kind.CORRECTION) and entry.content]
    return unseal(full[-1]) if full else Content()


def moments_of(report: Report, person: Person) -> list[datetime]:
    """When this person added something to the report before."""
    return list(Entry.objects.filter(report=report, author_id=person.pk).values_list("at", flat=True))


def outcome_of(entries: Sequence[Entry]) -> str:
    """What came of it, if anybody said."""
    told = [read(entry).text for entry in entries if entry.kind == Kind.OUTCOME]
    return told[-1] if told else ""


def _hidden_because(entries: Sequence[Entry]) -> str:
    """Why the coordinator hid it, in words."""
    reasons = [read(entry).reason for entry in entries if entry.kind == Kind.HIDDEN]
    return hide_reason_words(reasons[-1]) if reasons else ""


def _added(entries: Sequence[Entry], kind: str) -> tuple[str, ...]:
    """Persons or vehicles that neighbours added later."""
    contents = [read(entry) for entry in entries if entry.kind == kind]
    if kind == Kind.PERSON:
        return tuple(filter(None, (person_words(card) for content in contents for card in content.persons)))
    return tuple(filter(None, (vehicle_words(card) for content in contents for card in content.vehicles)))


def _buddies(reader: Reader) -> tuple[BuddyRequest, ...]:
    """Requests to go along that are still running: for everybody while nobody joined, then for the two and the desk."""
    running = BuddyRequest.objects.filter(report=reader.report, ended_at=None).select_related("asked_by", "joined_by")
    if not reader.policy.buddies_allowed:
        return ()
    me = reader.person.pk
    theirs = [one for one in running if reader.coordinates or me in (one.asked_by_id, one.joined_by_id)]
    return tuple(theirs + [one for one in running if one not in theirs and one.joined_by_id is None])
