# SPDX-License-Identifier: EUPL-1.2
"""The sheet on which areas are drawn: degrees in, units of the drawing out, north up. Pure."""

from math import cos, radians

from shapely.affinity import affine_transform
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

WIDTH, HEIGHT = 480, 420  # units: a phone shows about two thirds of a pixel for each, a wide screen more than one
MARGIN = 0.06  # of the size of what is drawn, on every side
DETAIL = 0.8  # unit: what is finer than this is left out

Bounds = tuple[float, float, float, float]  # west, south, east, north


class Sheet:
    """Fits these bounds on the drawing, with a margin, in the middle."""

    def __init__(self, bounds: Bounds) -> None:
        west, south, east, north = bounds
        self._across = cos(radians((south + north) / 2))
        wide, high = max((east - west) * self._across, 1e-6), max(north - south, 1e-6)
        self._scale = min(WIDTH / wide, HEIGHT / high) / (1 + 2 * MARGIN)
        self._left = (west + east) / 2 * self._across - WIDTH / 2 / self._scale
        self._top = (south + north) / 2 + HEIGHT / 2 / self._scale

    def drawn(self, border: BaseGeometry) -> BaseGeometry:
        """The border on the drawing; what falls far outside is cut off."""
        scale = self._scale
        fit = [scale * self._across, 0, 0, -scale, -self._left * scale, self._top * scale]
        placed = affine_transform(border, fit).simplify(DETAIL)
        return placed.intersection(box(-WIDTH / 2, -HEIGHT / 2, WIDTH * 1.5, HEIGHT * 1.5))


def around(own: Bounds, whole: Bounds, factor: float = 4.0) -> Bounds:
    """A window that shows an area with its neighbours: so many times as large, and nothing outside the whole."""
    west, south, east, north = own
    wide, high = (east - west) * (factor - 1) / 2, (north - south) * (factor - 1) / 2
    return (
        max(west - wide, whole[0]),
        max(south - high, whole[1]),
        min(east + wide, whole[2]),
        min(north + high, whole[3]),
    )


def path(outline: BaseGeometry) -> str:
    """The `d` of an SVG path along every ring; empty for nothing."""
    parts = outline.geoms if isinstance(outline, MultiPolygon) or hasattr(outline, "geoms") else [outline]
    rings = [ring for part in parts if isinstance(part, Polygon) for ring in (part.exterior, *part.interiors)]
    return "".join("M" + " ".join(f"{x:.0f},{y:.0f}" for x, y in ring.coords[:-1]) + "Z" for ring in rings if ring)
