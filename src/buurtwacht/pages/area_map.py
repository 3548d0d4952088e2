# SPDX-License-Identifier: EUPL-1.2
"""A map of groups as a drawing in the page: no tiles, no script, no request to anybody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

from django.db.models import Q
from shapely import from_wkb, unary_union
from shapely.affinity import affine_transform
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from buurtwacht.groups.models import WatchGroup
from buurtwacht.places.models import Area

WIDTH = 360  # units of the drawing: about the pixels of a phone, so that names are as large as other text there
MARGIN = 0.3  # of the size of what is drawn, on every side
DETAIL = 1  # unit: what is finer than this is left out
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
    districts: Sequence[str]
    width: int
    height: int
    sources: Sequence[str]


def draw(groups: Iterable[WatchGroup]) -> AreaMap | None:
    """The areas of these groups, and the borders of the districts around them; None when no group has an area."""
    by_area = {group.area_id: group for group in groups if group.area_id}
    areas = list(Area.objects.filter(pk__in=by_area))
    if not areas:
        return None
    borders = {area.pk: from_wkb(bytes(area.border)) for area in areas}
    sheet = Sheet(unary_union(list(borders.values())).bounds)
    shapes = [_shape(sheet.drawn(borders[area.pk]), by_area[area.pk]) for area in areas]
    around = [area for area in _districts(areas) if area.pk not in borders]
    paths = [sheet.drawn(from_wkb(bytes(area.border))) for area in around]
    districts = [_path(outline) for outline in paths if not outline.is_empty]
    return AreaMap(shapes, districts, WIDTH, sheet.height, _sources([*areas, *around]))


class Sheet:
    """Puts degrees on the drawing, north up, with a margin around these bounds."""

    def __init__(self, bounds: tuple[float, float, float, float]) -> None:
        west, south, east, north = bounds
        self._across = cos(radians((south + north) / 2))
        margin = MARGIN * max((east - west) * self._across, north - south) / 2
        self._west, self._north = west * self._across - margin, north + margin
        self._scale = WIDTH / ((east - west) * self._across + 2 * margin)
        self.height = round((north - south + 2 * margin) * self._scale)

    def drawn(self, border: BaseGeometry) -> BaseGeometry:
        """The border on the drawing; what falls outside is cut off."""
        scale = self._scale
        fit = [scale * self._across, 0, 0, -scale, -self._west * scale, self._north * scale]
        placed = affine_transform(border, fit).simplify(DETAIL)
        return placed.intersection(box(-2, -2, WIDTH + 2, self.height + 2))


def _districts(areas: Iterable[Area]) -> Iterable[Area]:
    """The districts of the municipality that these areas lie in: the pieces of their parents' parent."""
    parents = Area.objects.filter(parts__in=[area.pk for area in areas])
    return Area.objects.filter(Q(parent__in=parents) | Q(parent__parts__in=parents)).distinct()


def _shape(outline: BaseGeometry, group: WatchGroup) -> Shape:
    middle = outline.representative_point()
    look = LOOKS.get(WatchGroup.Status(group.status), "none")
    return Shape(_path(outline), look, group.name, round(middle.x), round(middle.y))


def _path(outline: BaseGeometry) -> str:
    rings = []
    for part in getattr(outline, "geoms", [outline]):
        if isinstance(part, Polygon):
            for ring in (part.exterior, *part.interiors):
                points = " ".join(f"{x:.0f},{y:.0f}" for x, y in ring.coords)
                rings.append(f"M{points}Z")
    return "".join(rings)


def _sources(areas: Iterable[Area]) -> list[str]:
    return sorted({area.source for area in areas if area.source})
