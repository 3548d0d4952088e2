# SPDX-License-Identifier: EUPL-1.2
"""What invitations brought, street by street. Counts only."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from buurtwacht.enrolment.models import Invitation
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.places.queries import streets_in


@dataclass(frozen=True, slots=True)
class InvitedStreet:
    """One street from letter to member. `members` takes part in it now, however they came."""

    street: str
    letters: int
    opened: int
    applied: int
    joined: int
    members: int


def live_invitation(code: str) -> Invitation | None:
    """The invitation with this code, when it has not been ended and its group goes on."""
    rows = Invitation.objects.select_related("group__organisation", "group__area").filter(code=code, ended_at=None)
    return rows.exclude(group__status=WatchGroup.Status.CLOSED).first()


def open_invitations(group: WatchGroup) -> QuerySet[Invitation]:
    """Those that work now: first for the whole group, then by street."""
    rows = Invitation.objects.filter(group=group, ended_at=None).exclude(way=Invitation.Way.DOOR)
    return rows.order_by("street", "way", "pk")


def own_code(membership: Membership) -> Invitation | None:
    """The code with which this member rings bells, when there is one."""
    return Invitation.objects.filter(ringer=membership, ended_at=None).select_related("group__organisation").first()


def ringers_of(group: WatchGroup) -> QuerySet[Invitation]:
    """Who rings bells, with how many neighbours came by it: numbers, never who."""
    rows = Invitation.objects.filter(group=group, ended_at=None, ringer__left_at=None, ringer__isnull=False)
    return rows.select_related("ringer__person").order_by("-joined", "made_at", "pk")


def streets_of(group: WatchGroup) -> list[str]:
    """The streets of a group: those that it chose, or else those of its area."""
    chosen = group.street_ranges.order_by("street").values_list("street", flat=True).distinct()
    if chosen or group.area is None:
        return list(chosen)
    return list(dict.fromkeys(streets_in(group.area).values_list("name", flat=True)))


def invited_streets(group: WatchGroup) -> list[InvitedStreet]:
    """Per street that was ever invited: how many letters, openings, applications and members. Ended ones count too."""
    living = Counter(member.street for member in members_of(group))
    rows: dict[str, list[int]] = {}
    for one in Invitation.objects.filter(group=group).exclude(way=Invitation.Way.DOOR).order_by("street", "pk"):
        counts = rows.setdefault(one.street, [0, 0, 0, 0])
        for place, number in enumerate((one.letters, one.opened, one.applied, one.joined)):
            counts[place] += number
    return [
        InvitedStreet(street, counts[0], counts[1], counts[2], counts[3], living[street])
        for street, counts in rows.items()
    ]
