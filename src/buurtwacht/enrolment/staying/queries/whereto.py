# SPDX-License-Identifier: EUPL-1.2
"""From a new address to what has to happen."""

from dataclasses import dataclass

from buurtwacht.enrolment.applying.whereabouts import Address, Verdict, where_is
from buurtwacht.enrolment.models import Move
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import memberships_of, roles_of
from buurtwacht.people.models import Person
from buurtwacht.policy.model import Vetting


@dataclass(frozen=True, slots=True)
class Plan:
    """What a move means. `group` is the new group; None when the same one goes on, or there is none."""

    verdict: Verdict
    home: dict[str, float] | None
    group: WatchGroup | None = None

    @property
    def asks_police(self) -> bool:
        """Do the police check who joins the new group? Then they agree to that first (R074)."""
        return self.group is not None and self.group.policy.vetting == Vetting.POLICE


def plan_for(membership: Membership, address: Address) -> Plan:
    """Where this address lies, seen from the group in which somebody takes part."""
    found = where_is(address, membership.group)
    return Plan(found.verdict, found.home, found.other)


def move_of(membership: Membership) -> Move | None:
    """The move that this member told us about, with the application in the new group."""
    return Move.objects.filter(membership=membership).select_related("application__group").first()


def is_elsewhere(person: Person) -> bool:
    """Does this person still take part somewhere, or have a task?"""
    return memberships_of(person).exists() or bool(roles_of(person))
