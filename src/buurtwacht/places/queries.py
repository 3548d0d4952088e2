# SPDX-License-Identifier: EUPL-1.2
"""Where is this? The area of a point, the streets of an area, and how far things are from one another."""

from django.db.models import Q, QuerySet

from .finder import finder
from .geo import distance_metres
from .models import Area, Landmark, Street
from .names import closest, plain
from .words import distance_from_home

__all__ = [
    "area_at",
    "areas_at",
    "distance_from_home",
    "distance_metres",
    "landmarks_in",
    "nearest_street",
    "street_named",
    "streets_in",
    "streets_like",
]

MOST_SUGGESTIONS = 8


def area_at(latitude: float, longitude: float, *, kind: str = "") -> Area | None:
    """The smallest area around this point, or the smallest of one kind; None outside all. See `finder.Finder.at`."""
    found = finder().at(latitude, longitude, kind)
    return Area.objects.defer("border").filter(pk=found[0]).first() if found else None


def areas_at(latitude: float, longitude: float) -> list[Area]:
    """All areas around this point, the smallest first."""
    found = finder().at(latitude, longitude)
    areas = Area.objects.defer("border").in_bulk(found)
    return [areas[pk] for pk in found if pk in areas]


def streets_in(area: Area) -> QuerySet[Street]:
    """The streets of an area and of its parts, by name."""
    parts = Q(area=area) | Q(area__parent=area) | Q(area__parent__parent=area)
    return Street.objects.filter(parts).order_by("name", "pk")


def landmarks_in(area: Area) -> QuerySet[Landmark]:
    """What there is to draw on the map of an area and of its parts."""
    parts = Q(area=area) | Q(area__parent=area) | Q(area__parent__parent=area)
    return Landmark.objects.filter(parts).order_by("kind", "pk")


def street_named(area: Area, text: str) -> Street | None:
    """The street that somebody meant, with or without a house number, a short form or a typo; None for no such one."""
    streets = {street.name: street for street in streets_in(area)}
    name = closest(text, streets)
    return streets[name] if name else None


def streets_like(area: Area, text: str) -> list[Street]:
    """Streets to choose from while somebody types: those that begin so first, then those that hold the words."""
    wanted = plain(text)
    if not wanted:
        return []
    named = [(plain(street.name), street) for street in streets_in(area)]
    starting = [street for name, street in named if name.startswith(wanted)]
    holding = [street for name, street in named if wanted in name and not name.startswith(wanted)]
    return (starting + holding)[:MOST_SUGGESTIONS]


def nearest_street(area: Area, latitude: float, longitude: float, *, within: float = 150) -> Street | None:
    """The street whose point lies nearest, at most `within` metres away."""
    measured = [(distance_metres((latitude, longitude), street), street) for street in streets_in(area)]
    nearest = min(measured, key=lambda pair: (pair[0], pair[1].name), default=None)
    return nearest[1] if nearest and nearest[0] <= within else None
