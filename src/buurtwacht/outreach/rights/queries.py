# SPDX-License-Identifier: EUPL-1.2
"""Which requests wait, and which reports one may be about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from buurtwacht.groups.models import Organisation
from buurtwacht.groups.queries import is_coordinator
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.people.models import Person
from buurtwacht.reports.compose.people import person_words
from buurtwacht.reports.compose.text import sentence
from buurtwacht.reports.compose.vehicles import vehicle_words
from buurtwacht.reports.content import own_words
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.queries import entries_of
from buurtwacht.reports.thread.rules import DESCRIPTIONS, refusal_to_write

from .answerers import around, groups_to_look_at, others_answer, place_in, told_by


@dataclass(frozen=True, slots=True)
class Found:
    """A report that may be the one: what it says about somebody, and not which neighbours said it."""

    report: Report
    place: str
    told: tuple[str, ...]
    is_handed_over: bool
    is_noted: bool
    can_hide: bool
    can_correct: bool
    is_own: bool  # who looks told this: somebody else decides about it


def open_requests(organisation: Organisation) -> QuerySet[RightsRequest]:
    """Received and not answered, the first term first."""
    return _received(organisation).filter(answered_at=None).order_by("due_on", "received_at", "pk")


def answered_requests(organisation: Organisation) -> QuerySet[RightsRequest]:
    return _received(organisation).filter(answered_at__isnull=False).order_by("-answered_at", "-pk")


def found_for(request: RightsRequest, *, person: Person, street: str, on: date) -> list[Found]:
    """Reports of this street on that day, the day before and the day after, in the groups that are theirs to look at.

    Places are sealed, so each report of those three days is opened to see where it was. Those are few.
    """
    groups = groups_to_look_at(request, person)
    reports = Report.objects.filter(around(on, request.organisation), group__in=groups)
    noted = set(request.concerns.values_list("pk", flat=True))
    kept_from = told_by(person) if others_answer(request, person) else Q(pk__in=[])
    own = set(reports.filter(kept_from).values_list("pk", flat=True))
    rows = reports.select_related("group__organisation").order_by("seen_at", "pk")
    found = (_found(report, street, person, noted, is_own=report.pk in own) for report in rows)
    return [one for one in found if one]


def report_to_look_at(request: RightsRequest, person: Person, report_id: UUID) -> Report | None:
    """A report of the groups in which this person looks for this organisation."""
    groups = groups_to_look_at(request, person)
    return Report.objects.filter(pk=report_id, group__in=groups).select_related("group__organisation").first()


def neighbours_in(request: RightsRequest) -> set[str]:
    """The first names of who wrote something on the reports that it is about."""
    authors = Entry.objects.filter(report__in=request.concerns.all(), author__isnull=False).select_related("author")
    return {entry.author.first_name for entry in authors if entry.author}


def _found(report: Report, street: str, person: Person, noted: set[UUID], *, is_own: bool) -> Found | None:
    entries = list(entries_of(report))
    place = place_in(street, report, entries)
    if place is None:
        return None
    lines = tuple(line for entry in entries if entry.kind in DESCRIPTIONS for line in _told(entry))
    coordinates = not is_own and is_coordinator(person, report.group)
    return Found(
        report=report,
        place=place,
        told=() if is_own else lines,
        is_handed_over=any(entry.kind == Entry.Kind.HANDOVER for entry in entries),
        is_noted=report.pk in noted,
        can_hide=coordinates and report.status != Report.Status.HIDDEN,
        can_correct=coordinates and refusal_to_write(report, report.group.policy) is None,
        is_own=is_own,
    )


def _told(entry: Entry) -> Iterator[str]:
    """What an entry says about somebody or their vehicle."""
    content = own_words(entry)
    yield from filter(None, (sentence(part) for part in (content.text, content.supposed, content.direction)))
    yield from filter(None, (person_words(card) for card in content.persons))
    yield from filter(None, (vehicle_words(card) for card in content.vehicles))


def _received(organisation: Organisation) -> QuerySet[RightsRequest]:
    return RightsRequest.objects.filter(organisation=organisation, received_at__isnull=False)
