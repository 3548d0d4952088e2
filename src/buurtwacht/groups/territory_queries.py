# SPDX-License-Identifier: EUPL-1.2
"""Which group watches over a place: by its area, and by its street where groups share one area."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from buurtwacht.places.addresses import Spot, spot_of
from buurtwacht.places.finder import finder
from buurtwacht.places.house_numbers import number_in
from buurtwacht.places.models import Area
from buurtwacht.places.names import closest, house_number_in, plain
from buurtwacht.places.queries import nearest_street, streets_in

from .models import StreetRange, WatchGroup
from .territory import group_for

BESIDE = 25  # metres: borders of two sources seldom fit closer


def group_at(latitude: float, longitude: float) -> WatchGroup | None:
    """The group that watches over a point: that of the smallest area around it that has one; None without one.

    Where one area has several groups, each with streets of its own, the nearest street decides. Else an active group
    comes first, then the oldest.
    """
    return _group_at((latitude, longitude), "", None, or_any=True)


def group_at_address(spot: Spot, street: str = "", number: str | int | None = None) -> WatchGroup | None:
    """The group that watches over a house: as `group_at`, but by its street and number where groups share an area.

    A group with streets of its own does not get a house in another street: then a group without streets in the same
    area does, or that of the area around it.
    """
    house = number_in(str(number)) if number is not None else None
    return _group_at(spot.point, street.strip() or spot.street, house, or_any=False)


def group_of_address(text: str, *, town: str = "") -> WatchGroup | None:
    """The group that watches over an address as somebody types it; None when the address or a group is not known."""
    spot = spot_of(text, town=town)
    return group_at_address(spot, number=house_number_in(text)) if spot else None


def neighbours_of(group: WatchGroup) -> QuerySet[WatchGroup]:
    """The groups next to this one: in the same area, or in one that touches it. Of whatever organisation."""
    there = WatchGroup.objects.exclude(status=WatchGroup.Status.CLOSED).exclude(pk=group.pk)
    around = finder().beside(group.area_id, BESIDE) if group.area_id else []
    return there.filter(area__in=around).select_related("organisation", "area").order_by("name", "pk")


def _group_at(point: tuple[float, float], street: str, number: int | None, *, or_any: bool) -> WatchGroup | None:
    """`or_any`: where no street decides, the first group of the area will do."""
    around = finder().at(*point)
    if not around:
        return None
    divides = Exists(StreetRange.objects.filter(group=OuterRef("pk")))
    there = WatchGroup.objects.filter(area__in=around).exclude(status=WatchGroup.Status.CLOSED)
    there = there.annotate(has_streets=divides)
    groups: dict[UUID, list[WatchGroup]] = defaultdict(list)
    for group in sorted(there.select_related("organisation", "area"), key=_readiness):
        if group.area_id:
            groups[group.area_id].append(group)
    for area_id in around:
        found = _of_one_area(groups.get(area_id, []), point, street, number, or_any=or_any)
        if found:
            return found
    return None


def _of_one_area(
    groups: Sequence[WatchGroup], point: tuple[float, float], street: str, number: int | None, *, or_any: bool
) -> WatchGroup | None:
    if not groups:
        return None
    area = groups[0].area
    if area is None or not any(getattr(group, "has_streets", False) for group in groups):
        return groups[0]
    parts = list(StreetRange.objects.filter(group__in=groups))
    meant = _street_meant(street, parts, area) if street else _nearest(area, point)
    return group_for(groups, parts, meant, number) or (groups[0] if or_any and not street else None)


def _street_meant(typed: str, parts: Sequence[StreetRange], area: Area) -> str:
    """The street as it is called in the area: a typo must not move somebody to another group."""
    names = {part.street for part in parts}
    if plain(typed) in {plain(name) for name in names}:
        return typed
    return closest(typed, names | set(streets_in(area).values_list("name", flat=True))) or typed


def _nearest(area: Area, point: tuple[float, float]) -> str:
    street = nearest_street(area, *point)
    return street.name if street else ""


def _readiness(group: WatchGroup) -> tuple[bool, datetime, str]:
    return group.status != WatchGroup.Status.ACTIVE, group.created_at, str(group.pk)
