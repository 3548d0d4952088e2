# SPDX-License-Identifier: EUPL-1.2
"""Who talks with whom: the officers and the coordinators of a group (R046)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from buurtwacht.enrolment.models import OfficerCard
from buurtwacht.groups.models import Membership, Organisation, OrganisationRole, WatchGroup
from buurtwacht.groups.queries import coordinators_of, groups_under, members_of
from buurtwacht.people.models import Person

OFFICER = OrganisationRole.Role.OFFICER


@dataclass(frozen=True, slots=True)
class ContactPair:
    """The officers of a group, its coordinators, and how many members it has."""

    group: WatchGroup
    officers: Sequence[OfficerCard]
    coordinators: Sequence[Membership]
    members: int


def contacts_of(group: WatchGroup) -> ContactPair:
    """Who is the contact of whom. An officer without a card of their own is not shown."""
    cards = OfficerCard.objects.filter(role__organisation=group.organisation_id, role__role=OFFICER)
    cards = cards.filter(Q(groups=None) | Q(groups=group)).select_related("role__person").distinct()
    return ContactPair(group, list(cards), list(coordinators_of(group)), members_of(group).count())


def card_of(person: Person, organisation: Organisation) -> OfficerCard | None:
    """This officer's own card."""
    rows = OfficerCard.objects.filter(role__organisation=organisation, role__person_id=person.pk)
    return rows.filter(role__role=OFFICER).first()


def pairs_for(person: Person, organisation: Organisation) -> list[ContactPair]:
    """The groups of this officer: those on the card, else all of the organisation."""
    card = card_of(person, organisation)
    chosen = set(card.groups.values_list("pk", flat=True)) if card else set()
    groups = groups_under(organisation).select_related("organisation")
    return [contacts_of(group) for group in groups if not chosen or group.pk in chosen]
