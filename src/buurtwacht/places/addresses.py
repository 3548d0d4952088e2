# SPDX-License-Identifier: EUPL-1.2
"""From what somebody types as an address to a point: by the address service where there is one, else by our streets."""

from dataclasses import dataclass

from . import locatieserver
from .geo import Point, pair
from .models import Area, Street
from .names import closest
from .queries import area_at, street_named


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is: in words, as a point, and in which area."""

    words: str
    point: Point
    area: Area | None


def spot_of(text: str, *, area: Area | None = None, town: str = "") -> Spot | None:
    """The place that somebody means; None when nobody knows it.

    `area` is where to look first for a street. Without the address service a house number adds nothing.
    """
    text = " ".join(text.split())
    if not text:
        return None
    for found in locatieserver.search(text, town=town):
        if found.point:
            return Spot(found.name, found.point, area_at(*found.point))
    street = street_named(area, text) if area else _street_anywhere(text)
    if street is None:
        return None
    point = pair(street)
    return Spot(street.name, point, area_at(*point) or area)


def _street_anywhere(text: str) -> Street | None:
    """The street with this name, when there is only one: two towns both have a Kerkstraat."""
    names = Street.objects.order_by("name").values_list("name", flat=True).distinct()
    name = closest(text, names)
    streets = list(Street.objects.filter(name=name).select_related("area")[:2]) if name else []
    return streets[0] if len(streets) == 1 else None
