# SPDX-License-Identifier: EUPL-1.2
"""The grids that borders come in: degrees (EPSG:4326), and metres in the Dutch grid or one of the two Belgian ones.

A file says in which one it is, or the operator does, or the size of the numbers does: where the Netherlands lie in the
Dutch grid, and Belgium in the Belgian ones, nothing overlaps. What lies in a border strip can be read in two ways; then
we ask, and do not guess.
"""

from collections.abc import Callable, Iterable
from enum import Enum

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from .belgian_grid import from_lambert_72, from_lambert_2008
from .dutch_grid import Numbers, from_rd
from .problems import BadFile

Bounds = tuple[float, float, float, float]  # west, south, east, north
NAMES = "EPSG:4326 (WGS 84), EPSG:28992 (Dutch grid), EPSG:31370 or EPSG:3812 (Belgian grids)"


class Grid(Enum):
    """Each grid by its EPSG number."""

    WGS84 = 4326
    RD = 28992
    LAMBERT_72 = 31370
    LAMBERT_2008 = 3812

    def holds(self, bounds: Bounds) -> bool:
        """Are these numbers those of a place in the country that the grid is made for?"""
        return _within(bounds, HOME[self])

    def may_hold(self, bounds: Bounds) -> bool:
        """Are these numbers those of a place in the Low Countries at all?"""
        return _within(bounds, AROUND[self])


# Degrees hold both countries. The Dutch grid begins where South Limburg ends; Lambert 72 ends where the Kempen end.
HOME = {
    Grid.WGS84: (2.3, 49.3, 7.4, 53.8),
    Grid.RD: (-7_000.0, 300_000.0, 300_000.0, 629_000.0),
    Grid.LAMBERT_72: (15_000.0, 15_000.0, 300_000.0, 250_000.0),
    Grid.LAMBERT_2008: (515_000.0, 515_000.0, 800_000.0, 750_000.0),
}
AROUND = HOME | {
    Grid.RD: (-60_000.0, 160_000.0, 310_000.0, 640_000.0),
    Grid.LAMBERT_72: (5_000.0, 5_000.0, 370_000.0, 480_000.0),
    Grid.LAMBERT_2008: (500_000.0, 500_000.0, 870_000.0, 980_000.0),
}
_FROM: dict[Grid, Callable[[Numbers, Numbers], tuple[Numbers, Numbers]]] = {
    Grid.RD: from_rd,
    Grid.LAMBERT_72: from_lambert_72,
    Grid.LAMBERT_2008: from_lambert_2008,
}


def grid_of(all_bounds: Iterable[Bounds], declared: Grid | None, chosen: Grid | None = None) -> Grid | None:
    """The grid of a file with borders in these bounds: what the operator says, else the file, else the numbers.

    Degrees are degrees and metres are metres, whatever the file says. None when the numbers fit nowhere: then each
    border has its own problem. Raises `BadFile` with a question when the file and its numbers do not agree, or when
    they fit more than one grid.
    """
    if chosen:
        return chosen
    seen = [bounds for bounds in all_bounds if any(grid.may_hold(bounds) for grid in Grid)]
    if not seen or all(Grid.WGS84.holds(bounds) for bounds in seen):
        return Grid.WGS84 if seen else declared
    declared = None if declared is Grid.WGS84 else declared
    possible = [grid for grid in Grid if all(grid.may_hold(bounds) for bounds in seen)]
    at_home = [grid for grid in possible if all(grid.holds(bounds) for bounds in seen)]
    if declared in (at_home or possible):
        return declared
    if len(at_home) == 1 and not declared:
        return at_home[0]
    raise BadFile([_question(declared, at_home or possible)])


def in_degrees(shape: BaseGeometry, grid: Grid) -> BaseGeometry:
    """The same shape in degrees, longitude first."""
    if grid is Grid.WGS84:
        return shape
    convert = _FROM[grid]
    return shapely.transform(shape, lambda points: np.column_stack(convert(points[:, 0], points[:, 1])))


def _question(declared: Grid | None, fitting: list[Grid]) -> str:
    if not fitting:
        return "The borders are not all in the same grid. Make one file for each grid."
    which = " or ".join(str(grid.value) for grid in fitting)
    if declared:
        return (
            f"The file says that it is in EPSG:{declared.value}, and its numbers look like EPSG:{which}. "
            "Which is it? Say so with --grid."
        )
    return f"The numbers are metres that fit more than one grid. Which is it? Say --grid {which}."


def _within(bounds: Bounds, box: Bounds) -> bool:
    west, south, east, north = box
    return bool(bounds[0] >= west and bounds[1] >= south and bounds[2] <= east and bounds[3] <= north)
