# SPDX-License-Identifier: EUPL-1.2
"""Who answers a request. Nobody answers one about what they told themselves, as long as there is somebody else."""

from collections.abc import Iterable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from buurtwacht.groups.models import Membership, Organisation, OrganisationRole, WatchGroup
from buurtwacht.groups.queries import coordinating, coordinators_of, now_in_group
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.people.models import Person
from buurtwacht.reports.content import own_words
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.queries import entries_of
from buurtwacht.reports.thread.rules import DESCRIPTIONS

from .rules import AROUND, same_street


def who_answers(organisation: Organisation) -> QuerySet[Person]:
    """The officials of the organisation; where it has none, who coordinates its groups today."""
    roles = OrganisationRole.objects.filter(organisation=organisation, role=OrganisationRole.Role.OFFICIAL)
    if roles.exists():
        return Person.objects.filter(pk__in=roles.values("person"))
    desks = Membership.objects.filter(now_in_group(), coordinating(), group__organisation=organisation)
    return Person.objects.filter(pk__in=desks.values("person"))


def who_answers_request(request: RightsRequest) -> QuerySet[Person]:
    """The same, without who told something in a report that this one is about; all of them where nobody is left."""
    everybody = who_answers(request.organisation)
    apart = [person.pk for person in everybody if not tells_of(person, request)]
    return everybody.filter(pk__in=apart) if apart else everybody


def may_answer(person: Person, request: RightsRequest) -> bool:
    """Is it for this person to answer this request?"""
    return who_answers(request.organisation).filter(pk=person.pk).exists() and not is_kept_from(person, request)


def is_kept_from(person: Person, request: RightsRequest) -> bool:
    """Did they tell something in a report that it is about, and can somebody else answer?"""
    return tells_of(person, request) and not who_answers_request(request).filter(pk=person.pk).exists()


def others_answer(request: RightsRequest, person: Person) -> bool:
    """Is there somebody else who answers, and who told nothing in a report that it is about?"""
    others = who_answers(request.organisation).exclude(pk=person.pk)
    return any(not tells_of(other, request) for other in others)


def tells_of(person: Person, request: RightsRequest) -> bool:
    """Did this person tell something in a report that belongs to it, or of that street around that day?"""
    if request.concerns.filter(told_by(person)).exists():
        return True
    told = request.moment or {}
    if not (told.get("street") and told.get("on")):
        return False
    then = around(date.fromisoformat(told["on"]), request.organisation)
    own = Report.objects.filter(then, told_by(person), group__organisation=request.organisation).distinct()
    return any(place_in(told["street"], report, entries_of(report)) is not None for report in own)


def told_by(person: Person) -> Q:
    """Reports that this person made, or in which they described somebody."""
    described = Entry.objects.filter(author=person, kind__in=DESCRIPTIONS)
    return Q(reporter=person) | Q(pk__in=described.values("report"))


def around(on: date, organisation: Organisation) -> Q:
    """Reports of that day, the day before and the day after."""
    zone = ZoneInfo(organisation.time_zone)
    first, last = datetime.combine(on - AROUND, time.min, zone), datetime.combine(on + AROUND, time.max, zone)
    return Q(seen_at__range=(first, last))


def place_in(street: str, report: Report, entries: Iterable[Entry]) -> str | None:
    """The place of a report that names this street; None when none does."""
    places = (report.place, *(own_words(entry).place for entry in entries))
    return next((place for place in places if same_street(street, place)), None)


def groups_to_look_at(request: RightsRequest, person: Person) -> QuerySet[WatchGroup]:
    """All of the organisation for its official. For a coordinator the own ones, and those whose coordinators are all
    kept from this request: somebody has to look."""
    groups = WatchGroup.objects.filter(organisation=request.organisation)
    is_official = Q(organisation=request.organisation, person=person, role=OrganisationRole.Role.OFFICIAL)
    if OrganisationRole.objects.filter(is_official).exists():
        return groups
    own = set(Membership.objects.filter(now_in_group(), coordinating(), person=person).values_list("group", flat=True))
    left = [group.pk for group in groups.exclude(pk__in=own) if _is_left_to_others(group, request)]
    return groups.filter(pk__in=[*own, *left])


def _is_left_to_others(group: WatchGroup, request: RightsRequest) -> bool:
    """Has it coordinators, and is each of them kept from this request?"""
    coordinators = [one.person for one in coordinators_of(group).select_related("person")]
    return bool(coordinators) and all(is_kept_from(one, request) for one in coordinators)
