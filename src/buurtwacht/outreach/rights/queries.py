# SPDX-License-Identifier: EUPL-1.2
"""Who answers requests, which wait, and which reports one may be about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from buurtwacht.groups.models import Membership, Organisation, OrganisationRole, WatchGroup
from buurtwacht.groups.queries import coordinating, is_coordinator, now_in_group
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.people.models import Person
from buurtwacht.reports.compose.people import person_words
from buurtwacht.reports.compose.text import sentence
from buurtwacht.reports.compose.vehicles import vehicle_words
from buurtwacht.reports.content import own_words
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.queries import entries_of
from buurtwacht.reports.thread.rules import DESCRIPTIONS

from .rules import AROUND, same_street


@dataclass(frozen=True, slots=True)
class Found:
    """A report that may be the one: what it says about somebody, and not which neighbours said it."""

    report: Report
    place: str
    told: tuple[str, ...]
    is_handed_over: bool
    is_noted: bool
    can_hide: bool


def who_answers(organisation: Organisation) -> QuerySet[Person]:
    """The officials of the organisation; where it has none, who coordinates its groups today."""
    roles = OrganisationRole.objects.filter(organisation=organisation, role=OrganisationRole.Role.OFFICIAL)
    if roles.exists():
        return Person.objects.filter(pk__in=roles.values("person"))
    desks = Membership.objects.filter(now_in_group(), coordinating(), group__organisation=organisation)
    return Person.objects.filter(pk__in=desks.values("person"))


def open_requests(organisation: Organisation) -> QuerySet[RightsRequest]:
    """Received and not answered, the first term first."""
    return _received(organisation).filter(answered_at=None).order_by("due_on", "received_at")


def answered_requests(organisation: Organisation) -> QuerySet[RightsRequest]:
    return _received(organisation).filter(answered_at__isnull=False).order_by("-answered_at")


def found_for(request: RightsRequest, *, person: Person, street: str, on: date) -> list[Found]:
    """Reports of this street on that day, the day before and the day after, in the groups that are theirs to look at.

    Places are sealed, so each report of those three days is opened to see where it was. Those are few.
    """
    groups = _groups_to_look_at(request.organisation, person)
    zone = ZoneInfo(request.organisation.time_zone)
    first = datetime.combine(on - AROUND, time.min, zone)
    last = datetime.combine(on + AROUND, time.max, zone)
    reports = Report.objects.filter(group__in=groups, seen_at__range=(first, last)).select_related(
        "group__organisation"
    )
    noted = set(request.concerns.values_list("pk", flat=True))
    found = (_found(report, street, person, noted) for report in reports.order_by("seen_at"))
    return [one for one in found if one]


def report_to_look_at(request: RightsRequest, person: Person, report_id: UUID) -> Report | None:
    """A report of the groups in which this person looks for this organisation."""
    groups = _groups_to_look_at(request.organisation, person)
    return Report.objects.filter(pk=report_id, group__in=groups).select_related("group__organisation").first()


def neighbours_in(request: RightsRequest) -> set[str]:
    """The first names of who wrote something on the reports that it is about."""
    authors = Entry.objects.filter(report__in=request.concerns.all(), author__isnull=False).select_related("author")
    return {entry.author.first_name for entry in authors if entry.author}


def _found(report: Report, street: str, person: Person, noted: set[UUID]) -> Found | None:
    entries = list(entries_of(report))
    places = [report.place, *(own_words(entry).place for entry in entries)]
    if not any(same_street(street, place) for place in places):
        return None
    told = tuple(line for entry in entries if entry.kind in DESCRIPTIONS for line in _told(entry))
    handed_over = any(entry.kind == Entry.Kind.HANDOVER for entry in entries)
    can_hide = report.status != Report.Status.HIDDEN and is_coordinator(person, report.group)
    place = next(place for place in places if same_street(street, place))
    return Found(report, place, told, handed_over, report.pk in noted, can_hide)


def _told(entry: Entry) -> Iterator[str]:
    """What an entry says about somebody or their vehicle."""
    content = own_words(entry)
    yield from filter(None, (sentence(part) for part in (content.text, content.supposed, content.direction)))
    yield from filter(None, (person_words(card) for card in content.persons))
    yield from filter(None, (vehicle_words(card) for card in content.vehicles))


def _groups_to_look_at(organisation: Organisation, person: Person) -> QuerySet[WatchGroup]:
    """All of the organisation for its official; for a coordinator the own ones."""
    groups = WatchGroup.objects.filter(organisation=organisation)
    is_official = Q(organisation=organisation, person=person, role=OrganisationRole.Role.OFFICIAL)
    if OrganisationRole.objects.filter(is_official).exists():
        return groups
    own = Membership.objects.filter(now_in_group(), coordinating(), person=person)
    return groups.filter(pk__in=own.values("group"))


def _received(organisation: Organisation) -> QuerySet[RightsRequest]:
    return RightsRequest.objects.filter(organisation=organisation, received_at__isnull=False)
