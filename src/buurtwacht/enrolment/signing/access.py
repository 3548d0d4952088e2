# SPDX-License-Identifier: EUPL-1.2
"""Doors to what is signed, and the door before data about members: first a promise to keep them private."""

from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.enrolment.models import Acceptance, Candidacy
from buurtwacht.groups.access import group_to_coordinate, membership_for
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.people.models import Person

from . import queries


class Unsigned(DomainError):
    """This coordinator has not signed the confidentiality agreement that holds now."""

    status = 403

    def __init__(self, group: WatchGroup) -> None:
        super().__init__(_("Please sign the confidentiality agreement first. Then you see the data of members."))
        self.group = group


def members_data_for(person: Person, slug: str) -> WatchGroup:
    """A group whose data about members this person may see: who coordinates it today, and promised to keep them.

    Raises `NotFound`, or `Unsigned`, which the view door `confidentiality_required` turns into the page to sign.
    """
    group = group_to_coordinate(person, slug)
    if not queries.has_signed_confidentiality(person, group):
        raise Unsigned(group)
    return group


def confidentiality_for(person: Person, slug: str) -> WatchGroup:
    """A group for which this person may sign: they coordinate it, are going to stand in, or offered to coordinate."""
    membership = membership_for(person, slug)
    if not _coordinates(membership):
        raise NotFound(_("There is no such group."))
    return membership.group


def acceptance_for_coordinator(person: Person, slug: str, acceptance_id: UUID) -> Acceptance:
    """What a member of this person's group agreed to. Who only asked to join is no member yet (R076)."""
    group = members_data_for(person, slug)
    return _one(group=group, pk=acceptance_id, person__in=members_of(group).values("person"))


def own_acceptance(person: Person, acceptance_id: UUID) -> Acceptance:
    """What this person agreed to."""
    return _one(person=person, pk=acceptance_id)


def _one(**wanted: object) -> Acceptance:
    acceptance = Acceptance.objects.filter(**wanted).select_related("group__organisation").first()
    if acceptance is None:
        raise NotFound(_("There is no such paper."))
    return acceptance


def _coordinates(membership: Membership) -> bool:
    if membership.role == Membership.Role.COORDINATOR or membership.deputy_of_id is not None:
        return True
    return Candidacy.objects.filter(membership=membership, ended_at=None).exists()
