# SPDX-License-Identifier: EUPL-1.2
"""Doors to cases, for who judges them. Absent, forbidden and "about yourself" sound the same."""

from typing import NoReturn
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from buurtwacht.groups.access import group_to_coordinate, group_to_moderate
from buurtwacht.groups.models import Membership, Organisation, WatchGroup
from buurtwacht.groups.queries import members_of, who_answers_for
from buurtwacht.lib.errors import NotFound
from buurtwacht.moderation.models import Case, Measure
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Entry

from . import queries


def organisation_to_answer_for(person: Person, slug: str) -> Organisation:
    """An organisation for which this person says yes or no."""
    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is None or not who_answers_for(organisation).filter(pk=person.pk).exists():
        raise NotFound(_("There is no such organisation."))
    return organisation


def case_for(person: Person, slug: str, case_id: UUID, *, at_office: bool) -> Case:
    """A case that this person may read, and judge when it is their turn.

    An administrator reads the cases of the group. Who answers for the organisation reads those that stand at its desk
    or wait for its yes, and nothing else of the group. Nobody reads what is said about themselves here.
    """
    cases = office_cases(person, slug) if at_office else group_cases(person, slug)
    return cases.filter(pk=case_id).first() or _no_such_case()


def group_cases(person: Person, slug: str) -> QuerySet[Case]:
    """The cases of a group that this person administers today, but for those about somebody close to them."""
    group = group_to_moderate(person, slug)
    cases = queries.cases_of(group)
    return cases.exclude(person_id__in=queries.close_to(person, cases, group))


def office_cases(person: Person, slug: str) -> QuerySet[Case]:
    """The cases that the organisation of this person decides, or has to say yes to."""
    organisation = organisation_to_answer_for(person, slug)
    cases = Case.objects.filter(group__organisation=organisation).exclude(person_id=person.pk)
    asked = [
        measure.case_id
        for measure in Measure.objects.filter(case__in=cases, status=Measure.Status.PROPOSED)
        if queries.seconds_of(measure).filter(pk=person.pk).exists()
    ]
    alone = [case.pk for case in cases.filter(closed_at=None) if queries.is_judge(person, case)]
    theirs = Q(desk=Case.Desk.ORGANISATION) | Q(pk__in=[*asked, *alone]) | Q(measures__seconded_by=person)
    return cases.filter(theirs).distinct().select_related("group__organisation", "person", "membership", "entry")


def measure_for(case: Case, measure_id: UUID) -> Measure:
    """A measure of this case."""
    measure = case.measures.filter(pk=measure_id).select_related("proposed_by", "seconded_by").first()
    if measure is None:
        _no_such_case()
    measure.case = case
    return measure


def member_to_judge(person: Person, slug: str, membership_id: UUID) -> Membership:
    """Another member of a group that this person administers: to open a case about."""
    group = group_to_moderate(person, slug)
    others = members_of(group).exclude(person_id=person.pk).select_related("group__organisation")
    return others.filter(pk=membership_id).first() or _no_such_member()


def coordinator_to_relieve(person: Person, slug: str, membership_id: UUID) -> Membership:
    """Another coordinator of a group that this person coordinates: about whom a second yes can be asked."""
    group = group_to_coordinate(person, slug)
    others = members_of(group).filter(role=Membership.Role.COORDINATOR).exclude(person_id=person.pk)
    return others.select_related("group__organisation").filter(pk=membership_id).first() or _no_such_member()


def words_to_judge(person: Person, slug: str, entry_id: UUID) -> tuple[Membership, Entry]:
    """Something that another member of such a group wrote, and their membership."""
    group = group_to_moderate(person, slug)
    entry = Entry.objects.filter(pk=entry_id, report__group=group).select_related("report").first()
    others = members_of(group).exclude(person_id=person.pk).select_related("group__organisation")
    writer = others.filter(person_id=entry.author_id).first() if entry and entry.author_id else None
    return (writer, entry) if writer and entry else _no_such_member()


def group_of_decisions(person: Person, slug: str) -> WatchGroup:
    """A group whose list of decisions this person may read."""
    return group_to_moderate(person, slug)


def _no_such_case() -> NoReturn:
    raise NotFound(_("There is no such case."))


def _no_such_member() -> NoReturn:
    raise NotFound(_("There is no such member."))
