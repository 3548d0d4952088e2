# SPDX-License-Identifier: EUPL-1.2
"""From the numbers in a file to a border that one can compute with."""

from math import isfinite
from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry

from .grids import Grid, in_degrees

Bounds = tuple[float, float, float, float]


class BadShape(Exception):
    """A sentence about one feature."""


def border_from(geometry: Any, grid: Grid | None) -> tuple[bytes, bool]:
    """A border as WKB in degrees, and whether it had to be mended. Raises `BadShape`."""
    drawn = _drawn(geometry)
    bounds: Bounds = drawn.bounds
    found = in_degrees(drawn, grid_of(bounds, grid))
    whole = found if found.is_valid else _surfaces(shapely.make_valid(found))
    if whole.is_empty or not whole.area:
        raise BadShape("its border encloses nothing.")
    return shapely.to_wkb(_many(whole)), not found.is_valid


def grid_of(bounds: Bounds, declared: Grid | None) -> Grid:
    """In which numbers the border is written. What the numbers say wins over what the file says."""
    if not all(isfinite(number) for number in bounds):
        raise BadShape("its border has a number that is none.")
    fitting = [grid for grid in Grid if grid.holds(bounds)]
    if fitting:
        return fitting[0]
    west, south, east, north = bounds
    if Grid.WGS84.holds((south, west, north, east)):
        raise BadShape("latitude and longitude are the wrong way round: longitude comes first.")
    says = f" in {declared.name}" if declared else ""
    raise BadShape(
        f"it lies outside the Netherlands and Belgium{says}: {west:g} {south:g} to {east:g} {north:g}. "
        "Save the file in EPSG:4326 (WGS 84) or EPSG:28992 (Dutch grid)."
    )


def _drawn(geometry: Any) -> BaseGeometry:
    if not isinstance(geometry, dict) or not geometry.get("type"):
        raise BadShape("it has no border.")
    if geometry["type"] not in ("Polygon", "MultiPolygon"):
        raise BadShape(f"it is a {geometry['type']}. A border is a Polygon or a MultiPolygon.")
    try:
        drawn = shapely.force_2d(shape(geometry))
    except (ShapelyError, ValueError, TypeError, IndexError, KeyError, AttributeError):
        raise BadShape("its border cannot be read: too few points, or something that is no number.") from None
    if drawn.is_empty:
        raise BadShape("its border is empty.")
    return drawn


def _surfaces(mended: BaseGeometry) -> BaseGeometry:
    """Only what has a surface: mending can leave loose lines and points."""
    parts = [part for part in shapely.get_parts(mended, return_index=False) if isinstance(part, Polygon | MultiPolygon)]
    return shapely.union_all(parts)


def _many(whole: BaseGeometry) -> MultiPolygon:
    return whole if isinstance(whole, MultiPolygon) else MultiPolygon([whole])
