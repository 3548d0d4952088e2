# SPDX-License-Identifier: EUPL-1.2
"""From the numbers in a file to a border that one can compute with."""

from math import isfinite
from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry

from .grids import NAMES, Bounds, Grid, in_degrees


class BadShape(Exception):
    """A sentence about one feature."""


def border_from(drawn: BaseGeometry, grid: Grid | None) -> tuple[bytes, bool]:
    """A border as WKB in degrees, and whether it had to be mended. Raises `BadShape`."""
    check_place(drawn.bounds, grid)
    found = in_degrees(drawn, grid or Grid.WGS84)
    whole = found if found.is_valid else _surfaces(shapely.make_valid(found))
    if whole.is_empty or not whole.area:
        raise BadShape("its border encloses nothing.")
    return shapely.to_wkb(_many(whole)), not found.is_valid


def check_place(bounds: Bounds, grid: Grid | None) -> None:
    """Refuse a border that does not lie in the Low Countries, with a sentence that says what may be wrong."""
    if not all(isfinite(number) for number in bounds):
        raise BadShape("its border has a number that is none.")
    if grid and grid.may_hold(bounds):
        return
    west, south, east, north = bounds
    turned = (south, west, north, east)
    if Grid.WGS84.holds(turned):
        raise BadShape("latitude and longitude are the wrong way round: longitude comes first.")
    if Grid.RD.holds(turned) or Grid.LAMBERT_2008.holds(turned):
        raise BadShape("its two numbers are the wrong way round: the metres to the east come first.")
    says = f" in EPSG:{grid.value}" if grid else ""
    raise BadShape(
        f"it lies outside the Netherlands and Belgium{says}: {west:g} {south:g} to {east:g} {north:g}. "
        f"Save the file in {NAMES}."
    )


def drawn_in(geometry: Any) -> BaseGeometry:
    """The shape that stands in a file, in the numbers of that file. Raises `BadShape`."""
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
