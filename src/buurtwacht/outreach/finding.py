# SPDX-License-Identifier: EUPL-1.2
"""Which group does an address belong to? What somebody typed is used once, and kept nowhere."""

from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import Q

from buurtwacht.enrolment.models import Application
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.queries import coordinators_of, group_at_address, members_of
from buurtwacht.places.addresses import Spot, spot_of, spot_of_postcode, towns_of_postcode
from buurtwacht.places.models import Area

from .mapping.territory import same_town, towns_of

Status = WatchGroup.Status


class Found(StrEnum):
    """What an address led to."""

    GROUP = "group"  # an active group
    FORMING = "forming"  # one that needs more neighbours first
    RESTING = "resting"  # one that does nothing for now
    NO_GROUP = "no_group"  # an area of a known organisation without a group
    OUTSIDE = "outside"  # a known address, but no organisation here knows it
    UNKNOWN = "unknown"  # nobody knows this address


KINDS = {
    Status.ACTIVE: Found.GROUP,
    Status.FORMING: Found.FORMING,
    Status.DORMANT: Found.RESTING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address as somebody types it. A postcode with a number, or a street."""

    postcode: str = ""
    house_number: str = ""
    street: str = ""

    @property
    def words(self) -> str:
        """The street and the number, as address services read them."""
        return f"{self.street} {self.house_number}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The answer to somebody who looks for a group."""

    kind: Found
    organisation: Organisation | None = None
    area: Area | None = None
    group: WatchGroup | None = None
    members: int = 0
    promised: int = 0  # places kept for applicants who are on their way in
    waiting: int = 0
    coordinators: list[str] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """Would who applies now come on the waiting list?"""
        taken = self.members + self.promised
        return self.group is not None and (self.waiting > 0 or taken >= self.group.policy.most_members)

    @property
    def needed(self) -> int:
        """How many neighbours are still needed before the group can start."""
        return max(self.group.needed_members - self.members, 0) if self.group else 0

    @property
    def place_in_line(self) -> int:
        """Which number somebody would be who joins now."""
        return self.members + 1

    @property
    def percent(self) -> int:
        """How far a group is that is being formed."""
        most = self.group.needed_members if self.group else 0
        return min(100, 100 * self.members // most) if most else 0


def find_group(address: Address, *, organisation: Organisation | None = None) -> Finding:
    """What belongs to this address. Of two groups there, one of `organisation` comes first."""
    spot = spot_at(address, organisation)
    if spot is None:
        return Finding(kind=Found.UNKNOWN)
    group = group_at_address(spot, address.street, address.house_number)
    if group and group.status in KINDS:
        return finding_of(group)
    around = organisation_around(spot.area, first=organisation) if spot.area else None
    kind = Found.NO_GROUP if around else Found.OUTSIDE
    return Finding(kind=kind, organisation=around, area=spot.area)


def spot_at(address: Address, organisation: Organisation | None = None) -> Spot | None:
    """Where an address lies; None when nobody knows it. A street is looked for in the towns of `organisation` first."""
    if address.postcode:
        return spot_of_postcode(address.postcode, address.house_number, street=address.street)
    for town in towns_of(organisation) if organisation else ():
        if spot := spot_of(address.words, area=town):
            return spot
    return spot_of(address.words)


def completed(address: Address) -> dict[str, str]:
    """What was typed, with the street and the town that its postcode tells: nobody has to type those again."""
    spot = spot_at(address)
    towns = towns_of_postcode(address.postcode) if address.postcode else []
    known = {
        "postcode": address.postcode,
        "house_number": address.house_number,
        "street": address.street or (spot.street if spot and address.postcode else ""),
        "town": towns[0] if len(towns) == 1 else "",
    }
    return {name: value for name, value in known.items() if value}


def finding_of(group: WatchGroup) -> Finding:
    """What a visitor may know of a group: how many take part, whether there is room, who coordinates."""
    under_way = Application.objects.filter(group=group, ended_at=None)
    return Finding(
        kind=KINDS[Status(group.status)],
        organisation=group.organisation,
        area=group.area,
        group=group,
        members=members_of(group).count(),
        promised=under_way.filter(placed_at__isnull=False).count(),
        waiting=under_way.filter(status=Application.Status.WAITING).count(),
        coordinators=[one.person.first_name for one in coordinators_of(group)],
    )


def organisation_around(area: Area, *, first: Organisation | None = None) -> Organisation | None:
    """The organisation that has groups in the same town as this area; `first` when that is one of them.

    One without any group yet has the town of its own name, or all of the map when it is the only one here.
    """
    groups = WatchGroup.objects.exclude(status=Status.CLOSED).filter(same_town([area], "area__") | Q(area=area))
    found = list(Organisation.objects.filter(groups__in=groups).distinct().order_by("name"))
    found = found or _without_groups(area)
    return first if first in found else next(iter(found), None)


def _without_groups(area: Area) -> list[Organisation]:
    fresh = list(Organisation.objects.filter(groups=None).order_by("name"))
    towns = set(Area.objects.filter(Q(parts=area) | Q(parts__parts=area)).values_list("name", flat=True)) | {area.name}
    named = [one for one in fresh if one.name in towns]
    return named or (fresh if Organisation.objects.count() == 1 else [])
