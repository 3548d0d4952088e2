# SPDX-License-Identifier: EUPL-1.2
"""Doors: who may come in where. Absent and forbidden sound the same."""

from typing import NoReturn
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import NotFound
from buurtwacht.people.models import Person

from . import queries
from .models import Membership, Organisation, OrganisationRole, WatchGroup

Role = OrganisationRole.Role


def group_for(person: Person, slug: str) -> WatchGroup:
    """A group in which this person takes part."""
    return membership_for(person, slug).group


def membership_for(person: Person, slug: str) -> Membership:
    """This person's own membership of the group."""
    membership = queries.memberships_of(person).filter(group__slug=slug).first()
    return membership or no_such_group()


def group_to_coordinate(person: Person, slug: str) -> WatchGroup:
    """A group that this person coordinates today, also as a deputy."""
    group = group_for(person, slug)
    return group if queries.is_coordinator(person, group) else no_such_group()


def group_to_report_in(person: Person, slug: str) -> WatchGroup:
    """A group that this person can warn: theirs, and active."""
    group = group_for(person, slug)
    return group if group.status == WatchGroup.Status.ACTIVE else no_such_group()


def member_to_manage(person: Person, slug: str, membership_id: UUID) -> Membership:
    """A member of a group that this person coordinates today."""
    group = group_to_coordinate(person, slug)
    membership = queries.members_of(group).filter(pk=membership_id).first()
    return membership or no_such_group()


def organisation_for_officer(person: Person, slug: str) -> Organisation:
    """An organisation for which this person is the police officer."""
    return _organisation_for(person, slug, Role.OFFICER)


def organisation_for_official(person: Person, slug: str) -> Organisation:
    """An organisation for which this person is the municipal official."""
    return _organisation_for(person, slug, Role.OFFICIAL)


def organisation_for_auditor(person: Person, slug: str) -> Organisation:
    """An organisation that this person audits."""
    return _organisation_for(person, slug, Role.AUDITOR)


def no_such_group() -> NoReturn:
    raise NotFound(_("There is no such group."))


def _organisation_for(person: Person, slug: str, role: Role) -> Organisation:
    mine = Organisation.objects.filter(slug=slug, roles__person_id=person.pk, roles__role=role)
    organisation = mine.first()
    if organisation is None:
        raise NotFound(_("There is no such organisation."))
    return organisation
