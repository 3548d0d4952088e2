# SPDX-License-Identifier: EUPL-1.2
"""Whose advice is asked about a case that the rules do not foresee: police and municipality (R149)."""

from django.db.models import Q, QuerySet

from buurtwacht.groups.models import OrganisationRole
from buurtwacht.groups.queries import members_of
from buurtwacht.moderation.cases.queries import administrators_apart_from, is_judge
from buurtwacht.moderation.models import Case, CaseAdvice
from buurtwacht.people.models import Person

Role = CaseAdvice.Role
WORKS_AS = {Role.POLICE: OrganisationRole.Role.OFFICER, Role.MUNICIPALITY: OrganisationRole.Role.OFFICIAL}


def asked_for_advice(case: Case) -> QuerySet[Person]:
    """Officers and officials whose advice is asked; never whom it is about, nor a neighbour in the same group."""
    roles = [WORKS_AS[Role(role)] for role in case.advisers]
    whom = Q(organisation_roles__organisation=case.group.organisation_id, organisation_roles__role__in=roles)
    here = members_of(case.group).values("person")
    asked = Person.objects.filter(whom, is_active=True).exclude(pk=case.person_id).exclude(pk__in=here)
    return asked.distinct()


def roles_to_advise(person: Person, case: Case) -> list[Role]:
    """In which of the roles whose advice is asked this person can answer."""
    if not asked_for_advice(case).filter(pk=person.pk).exists():
        return []
    held = set(person.organisation_roles.filter(organisation=case.group.organisation_id).values_list("role", flat=True))
    return [Role(role) for role in case.advisers if WORKS_AS[Role(role)] in held]


def decides(person: Person, case: Case) -> bool:
    """Does this person decide the case, rather than advise?"""
    return is_judge(person, case)


def role_of(person: Person, case: Case) -> str:
    """In which role this person's words stand with the case; empty for who is not asked."""
    if decides(person, case):
        return Role.ORGANISATION.value
    return next((role.value for role in roles_to_advise(person, case)), "")


def can_be_handed_back(case: Case) -> bool:
    """Is there an administrator in the group, besides whom it is about?"""
    return administrators_apart_from(case.group, case.person_id).exists()
