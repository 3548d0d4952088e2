# SPDX-License-Identifier: EUPL-1.2
"""The first neighbours of a new group, whose address nobody has checked, and who said that they live there."""

from django.db.models import QuerySet

from buurtwacht.enrolment.checking import rules
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import coordinators_of, members_of, now_in_group
from buurtwacht.journal.queries import lines_about

CONFIRMED = "neighbour.confirmed"


def unchecked_coordinators(group: WatchGroup) -> QuerySet[Membership]:
    """Who coordinates this group and was never checked."""
    return coordinators_of(group).filter(is_unchecked=True)


def to_confirm(neighbour: Membership) -> list[Membership]:
    """Of whom this member may say that they live there: coordinators first, nobody twice, no housemates."""
    rows = members_of(neighbour.group).filter(is_unchecked=True).exclude(pk=neighbour.pk).select_related("person")
    waiting = [one for one in rows if not shares_door(one, neighbour) and neighbour.pk not in confirmed_by(one)]
    return sorted(waiting, key=lambda one: (one.role != Membership.Role.COORDINATOR, one.joined_at))


def confirmed_by(membership: Membership) -> set[object]:
    """The ids of the memberships that said so. The journal knows."""
    return {one.pk for one in _who_said_so(membership)}


def shares_door(one: Membership, other: Membership) -> bool:
    return rules.same_household(one.street, one.house_number, other.street, other.house_number)


def is_confirmed(membership: Membership) -> bool:
    """Has one who was checked said so, or two from two other houses?"""
    said_so = list(_who_said_so(membership))
    if any(not one.is_unchecked for one in said_so):
        return True
    return any(not shares_door(one, other) for one in said_so for other in said_so if one.pk != other.pk)


def _who_said_so(membership: Membership) -> QuerySet[Membership]:
    """Those who still take part: here, or in the other half since the group was split."""
    lines = lines_about([membership.pk]).filter(action=CONFIRMED)
    ids = {str(line.facts["neighbour"]) for line in lines}
    return Membership.objects.filter(now_in_group(), pk__in=ids)
