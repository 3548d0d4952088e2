# SPDX-License-Identifier: EUPL-1.2
"""A map of groups as a drawing in the page: no tiles, no script, no request to anybody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

from django.db.models import Q
from shapely import from_wkb
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from buurtwacht.groups.models import WatchGroup
from buurtwacht.places.models import Area

WIDTH = 600  # units of the drawing
DETAIL = 1.5  # units: what is finer than this is left out
LOOKS = {WatchGroup.Status.ACTIVE: "on", WatchGroup.Status.FORMING: "forming", WatchGroup.Status.IDEA: "forming"}


@dataclass(frozen=True, slots=True)
class Shape:
    """One area: its outline as an SVG path, how it looks, and where its name stands."""

    path: str
    look: str
    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class AreaMap:
    """The drawing, and whom to thank for the borders."""

    shapes: Sequence[Shape]
    width: int
    height: int
    sources: Sequence[str]


def draw(groups: Iterable[WatchGroup]) -> AreaMap | None:
    """The areas of these groups and the areas beside them; None when no group has an area."""
    with_area = {group.area_id: group for group in groups if group.area_id}
    if not with_area:
        return None
    own = Area.objects.filter(pk__in=with_area)
    parents = own.exclude(parent=None).values("parent")
    areas = list(Area.objects.filter(Q(pk__in=with_area) | Q(parent__in=parents)).distinct())
    borders = {area.pk: from_wkb(bytes(area.border)) for area in areas}
    west, south, east, north = _bounds(borders.values())
    across = cos(radians((south + north) / 2))
    scale = WIDTH / ((east - west) * across)
    fit = [scale * across, 0, 0, -scale, -west * scale * across, north * scale]
    shapes = [
        _shape(area, affine_transform(borders[area.pk], fit).simplify(DETAIL), with_area.get(area.pk)) for area in areas
    ]
    height = round((north - south) * scale)
    return AreaMap(sorted(shapes, key=lambda shape: shape.look != "none"), WIDTH, height, _sources(areas))


def _shape(area: Area, outline: BaseGeometry, group: WatchGroup | None) -> Shape:
    middle = outline.representative_point()
    look = LOOKS.get(WatchGroup.Status(group.status), "none") if group else "none"
    return Shape(_path(outline), look, group.name if group else "", round(middle.x), round(middle.y))


def _path(outline: BaseGeometry) -> str:
    rings = []
    for part in getattr(outline, "geoms", [outline]):
        for ring in (part.exterior, *part.interiors):
            points = " ".join(f"{x:.0f},{y:.0f}" for x, y in ring.coords)
            rings.append(f"M{points}Z")
    return "".join(rings)


def _bounds(borders: Iterable[BaseGeometry]) -> tuple[float, float, float, float]:
    west, south, east, north = zip(*(border.bounds for border in borders), strict=True)
    return min(west), min(south), max(east), max(north)


def _sources(areas: Iterable[Area]) -> list[str]:
    return sorted({area.source for area in areas if area.source})
