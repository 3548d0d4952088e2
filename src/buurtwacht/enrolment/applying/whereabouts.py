# SPDX-License-Identifier: EUPL-1.2
"""Does this address belong to the group? (R027) And when it does not, to which?"""

from dataclasses import dataclass
from enum import StrEnum

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.territory_queries import group_at_address
from buurtwacht.places.addresses import Spot, spot_of, spot_of_postcode

from .rules import takes_applications


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
    spot = _spot(address, group)
    home = _home(spot) if spot else None
    if group.area_id is None:
        return Whereabouts(Verdict.HERE, home)
    if spot is None:
        return Whereabouts(Verdict.UNKNOWN)
    owner = group_at_address(spot, address.street, address.house_number)
    if owner == group:
        return Whereabouts(Verdict.HERE, home)
    if owner and takes_applications(owner.status):
        return Whereabouts(Verdict.ELSEWHERE, home, owner)
    return Whereabouts(Verdict.NOWHERE, home)


def _spot(address: Address, group: WatchGroup) -> Spot | None:
    """By the postcode, which is surest; else by a street of the group; else by a street anywhere."""
    country, street = group.policy.country, address.street
    text, town = f"{street} {address.house_number}", f"{address.postcode} {address.town}"
    return (
        spot_of_postcode(address.postcode, address.house_number, street=street, country=country)
        or spot_of(text, area=group.area, town=town)
        or spot_of(text, town=town)
    )


def _home(spot: Spot) -> dict[str, float]:
    latitude, longitude = spot.point
    return {"latitude": latitude, "longitude": longitude}
