# SPDX-License-Identifier: EUPL-1.2
"""The sheet that a map is drawn on: from degrees to units of the drawing and back. Pure.

The same sums stand in static/places/map.js, so that a pin that is moved there lands where it is meant.
"""

from dataclasses import dataclass
from math import cos, radians

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from buurtwacht.places.geo import METRES_PER_DEGREE, Point

WIDTH, HEIGHT = 800, 560  # units of the drawing, as on the design sheets
BESIDE = 2  # sheets drawn beyond each edge, for moving and zooming out


@dataclass(frozen=True, slots=True)
class Sheet:
    """`centre` lies in the middle of the drawing; one unit is `scale` metres."""

    centre: Point
    scale: float = 0.7

    @property
    def per_degree(self) -> tuple[float, float]:
        """Units per degree of latitude and of longitude."""
        units = METRES_PER_DEGREE / self.scale
        return units, units * cos(radians(self.centre[0]))

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        """x and y of a point; y grows downwards."""
        north, east = self.per_degree
        x = WIDTH / 2 + (longitude - self.centre[1]) * east
        y = HEIGHT / 2 - (latitude - self.centre[0]) * north
        return round(x, 1), round(y, 1)

    def drawn(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape in degrees as a shape in units, without what lies far from the sheet."""
        return shapely.intersection(shapely.transform(shape, self._points), EDGE)

    def _points(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        north, east = self.per_degree
        x = WIDTH / 2 + (points[:, 0] - self.centre[1]) * east
        y = HEIGHT / 2 - (points[:, 1] - self.centre[0]) * north
        return np.column_stack((x, y))


EDGE = box(-WIDTH * BESIDE, -HEIGHT * BESIDE, WIDTH * (1 + BESIDE), HEIGHT * (1 + BESIDE))


def path(shape: BaseGeometry) -> str:
    """The `d` of an SVG path along the lines and edges of a shape; empty for nothing."""
    simple = shapely.simplify(shape, 0.5)
    parts = [part for part in shapely.get_parts(simple) if not part.is_empty]
    return " ".join(_along(part) for part in parts if part.geom_type in ("Polygon", "LineString", "LinearRing"))


def _along(part: BaseGeometry) -> str:
    if part.geom_type == "Polygon":
        return " ".join(_line(shapely.get_coordinates(ring)) + "Z" for ring in (part.exterior, *part.interiors))
    return _line(shapely.get_coordinates(part))


def _line(points: NDArray[np.float64]) -> str:
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points)
