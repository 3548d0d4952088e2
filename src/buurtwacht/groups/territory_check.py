# SPDX-License-Identifier: EUPL-1.2
"""Do the territories of an organisation's groups fit together? Where do they overlap, and what has no group? (R029)"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from uuid import UUID

import shapely
from shapely.geometry.base import BaseGeometry

from buurtwacht.places.models import Area
from buurtwacht.places.names import plain
from buurtwacht.places.queries import streets_in

from .models import Organisation, StreetRange, WatchGroup
from .territory import left_over, share_houses
from .territory_fit import Fit, Gap, Overlap, StreetGap, StreetOverlap

LEAST = 1.0  # percent: borders of two sources never fit better


def overlaps_and_gaps(organisation: Organisation) -> Fit:
    """Where the territories of this organisation's groups overlap, and what of its municipalities has no group."""
    groups = list(
        organisation.groups.exclude(status=WatchGroup.Status.CLOSED)
        .exclude(area=None)
        .select_related("area__parent__parent")
        .order_by("name", "pk")
    )
    parts: dict[UUID, list[StreetRange]] = defaultdict(list)
    for part in StreetRange.objects.filter(group__in=groups).select_related("group__area"):
        parts[part.group_id].append(part)
    divided = [(area, each) for area, each in _by_area(groups) if any(parts[group.pk] for group in each)]
    return Fit(
        overlaps=_overlaps(groups, parts),
        street_overlaps=[pair for _area, each in divided for pair in _street_overlaps(each, parts)],
        gaps=_gaps(organisation, groups),
        street_gaps=[gap for area, each in divided for gap in _street_gaps(area, each, parts)],
        unknown_streets=[part for area, each in divided for part in _unknown(area, each, parts)],
    )


def _by_area(groups: Iterable[WatchGroup]) -> list[tuple[Area, list[WatchGroup]]]:
    found: dict[UUID, tuple[Area, list[WatchGroup]]] = {}
    for group in groups:
        if group.area:
            found.setdefault(group.area.pk, (group.area, []))[1].append(group)
    return list(found.values())


def _overlaps(groups: Sequence[WatchGroup], parts: dict[UUID, list[StreetRange]]) -> list[Overlap]:
    shapes = {group.pk: _shape(group.area) for group in groups if group.area}
    found = []
    for one, other in combinations(groups, 2):
        if one.area_id == other.area_id and (parts[one.pk] or parts[other.pk]):
            continue  # they divide it by street, or one has the rest
        percent = _percent(shapes[one.pk], shapes[other.pk])
        if percent >= LEAST:
            found.append(Overlap(one, other, percent))
    return found


def _percent(one: BaseGeometry, other: BaseGeometry) -> float:
    smaller = min(one.area, other.area)
    return round(100 * float(one.intersection(other).area) / smaller, 1) if one.intersects(other) else 0.0


def _gaps(organisation: Organisation, groups: Sequence[WatchGroup]) -> list[Gap]:
    """Each area on its own, without what its parts hold: they are counted themselves."""
    watched = shapely.union_all([_shape(group.area) for group in groups if group.area])
    areas = _areas_of(organisation, groups)
    parts: dict[UUID | None, list[BaseGeometry]] = defaultdict(list)
    for area in areas:
        parts[area.parent_id].append(_shape(area))
    found = []
    for area in areas:
        shape = _shape(area)
        rest = shape.difference(shapely.union_all([*parts[area.pk], watched]))
        percent = round(100 * float(rest.area) / float(shape.area), 1)
        if percent >= LEAST:
            found.append(Gap(area, percent))
    return found


def _areas_of(organisation: Organisation, groups: Sequence[WatchGroup]) -> list[Area]:
    """The municipalities that the groups lie in, or that bear the organisation's name, with all their parts."""
    level = {_top(group.area).pk for group in groups if group.area}
    named = Area.objects.filter(kind=Area.Kind.MUNICIPALITY, name=organisation.name).values_list("pk", flat=True)
    level |= set(named)
    found: list[Area] = []
    while level:
        found += Area.objects.filter(pk__in=level)
        level = set(Area.objects.filter(parent__in=level).values_list("pk", flat=True))
    return sorted(found, key=lambda area: (area.name, area.code))


def _top(area: Area) -> Area:
    while area.parent:
        area = area.parent
    return area


def _street_overlaps(groups: Sequence[WatchGroup], parts: dict[UUID, list[StreetRange]]) -> list[StreetOverlap]:
    return [
        StreetOverlap(mine, theirs)
        for one, other in combinations(groups, 2)
        for mine in parts[one.pk]
        for theirs in parts[other.pk]
        if share_houses(mine, theirs)
    ]


def _street_gaps(area: Area, groups: Sequence[WatchGroup], parts: dict[UUID, list[StreetRange]]) -> list[StreetGap]:
    if not all(parts[group.pk] for group in groups):
        return []  # a group without streets of its own has the rest
    held = [part for group in groups for part in parts[group.pk]]
    return [
        StreetGap(area, street.name, numbers)
        for street in streets_in(area)
        for numbers in left_over(part for part in held if plain(part.street) == plain(street.name))
    ]


def _unknown(area: Area, groups: Sequence[WatchGroup], parts: dict[UUID, list[StreetRange]]) -> list[StreetRange]:
    known = {plain(street.name) for street in streets_in(area)}
    held = [part for group in groups for part in parts[group.pk]]
    return [part for part in held if known and plain(part.street) not in known]


def _shape(area: Area | None) -> BaseGeometry:
    return shapely.from_wkb(bytes(area.border)) if area else shapely.Polygon()
