# SPDX-License-Identifier: EUPL-1.2
"""Does this address belong to the group? (R027) And when it does not, to which?"""

from dataclasses import dataclass
from enum import StrEnum

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import group_at
from buurtwacht.places.addresses import Spot, spot_of
from buurtwacht.places.queries import areas_at


class Verdict(StrEnum):
    HERE = "here"
    ELSEWHERE = "elsewhere"  # in the territory of another group
    NOWHERE = "nowhere"  # we know the place, and no group watches over it
    UNKNOWN = "unknown"  # nobody knows this address


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where an address lies. `home` is its point, where one is known; `other` the group to go to instead."""

    verdict: Verdict
    home: dict[str, float] | None = None
    other: WatchGroup | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """An address as somebody typed it."""

    street: str
    house_number: str = ""
    postcode: str = ""
    town: str = ""


def where_is(address: Address, group: WatchGroup) -> Whereabouts:
    """Where this address lies, seen from the group. A group without a territory takes everybody."""
    if group.area is None:
        spot = _spot(address, None)
        return Whereabouts(Verdict.HERE, _home(spot) if spot else None)
    spot = _spot(address, group) or _spot(address, None)
    if spot is None:
        return Whereabouts(Verdict.UNKNOWN)
    if _is_in(group, spot):
        return Whereabouts(Verdict.HERE, _home(spot))
    other = group_at(*spot.point)
    return Whereabouts(Verdict.ELSEWHERE, _home(spot), other) if other else Whereabouts(Verdict.NOWHERE, _home(spot))


def _spot(address: Address, group: WatchGroup | None) -> Spot | None:
    text = f"{address.street} {address.house_number}"
    town = f"{address.postcode} {address.town}"
    return spot_of(text, area=group.area if group else None, town=town)


def _is_in(group: WatchGroup, spot: Spot) -> bool:
    return group == group_at(*spot.point) or group.area_id in {area.pk for area in areas_at(*spot.point)}


def _home(spot: Spot) -> dict[str, float]:
    latitude, longitude = spot.point
    return {"latitude": latitude, "longitude": longitude}
