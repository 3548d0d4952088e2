# SPDX-License-Identifier: EUPL-1.2
"""Points as two texts, in degrees or in metres of one of our grids, to degrees. Pure."""

from collections.abc import Sequence
from math import isfinite

import shapely
from shapely.geometry import Point

from .grids import Bounds, Grid, grid_of, in_degrees


class BadPoint(Exception):
    """A sentence about one point."""


Found = tuple[float, float] | BadPoint  # latitude, longitude


def points_in_degrees(texts: Sequence[tuple[str, str]]) -> list[Found]:
    """Latitude and longitude of each, or what is wrong with it. Of each pair the numbers to the east come first.

    Raises `BadFile` when the numbers fit more than one grid.
    """
    pairs = [_pair(*text) for text in texts]
    bounds: list[Bounds] = [(*pair, *pair) for pair in pairs if pair]
    grid = grid_of(bounds, None)
    return [_found(pair, grid) if pair else BadPoint("it has no point: two numbers are needed.") for pair in pairs]


def _found(pair: tuple[float, float], grid: Grid | None) -> Found:
    east, north = pair
    if grid is None or not grid.may_hold((east, north, east, north)):
        if Grid.WGS84.holds((north, east, north, east)):
            return BadPoint("latitude and longitude are the wrong way round.")
        return BadPoint(f"the point {north:g} {east:g} lies outside the Netherlands and Belgium.")
    there = shapely.get_coordinates(in_degrees(Point(east, north), grid))[0]
    return round(float(there[1]), 7), round(float(there[0]), 7)


def _pair(east: str, north: str) -> tuple[float, float] | None:
    try:
        pair = float(east.replace(",", ".")), float(north.replace(",", "."))
    except ValueError:
        return None
    return pair if all(map(isfinite, pair)) else None
