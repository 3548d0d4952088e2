# SPDX-License-Identifier: EUPL-1.2
"""Metres in the two Belgian grids to degrees: Lambert 72 (EPSG:31370) and Lambert 2008 (EPSG:3812). Pure.

Both are a Lambert conic with two parallels, EPSG method 9802 (IOGP guidance note 7-2, section 3.1.1.1), with the
numbers that the Nationaal Geografisch Instituut gives. Lambert 72 lies on another ellipsoid than GPS: a Helmert
transformation brings it over, within a metre. Lambert 2008 lies on ETRS89, which we take to be WGS 84, as maps do.
"""

from dataclasses import dataclass
from math import log, pi, radians

import numpy as np

from .ellipsoids import BELGE_1972, INTERNATIONAL_1924, WGS84, Ellipsoid, Numbers


@dataclass(frozen=True, slots=True)
class Conic:
    """A map on a cone that cuts the ellipsoid in two parallels. Degrees, and metres for the false origin."""

    ellipsoid: Ellipsoid
    parallels: tuple[float, float]
    origin: tuple[float, float]  # longitude, latitude
    false_origin: tuple[float, float]  # east, north

    def to_angles(self, x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
        """Longitudes and latitudes in radians, on the same ellipsoid."""
        first, second = (np.float64(radians(each)) for each in self.parallels)
        power = log(self._width(first) / self._width(second)) / log(self._height(first) / self._height(second))
        size = self.ellipsoid.axis * self._width(first) / (power * self._height(first) ** power)
        middle, base = map(radians, self.origin)
        east = x - self.false_origin[0]
        down = size * self._height(np.float64(base)) ** power - (y - self.false_origin[1])
        height = (np.hypot(east, down) / size) ** (1 / power)
        return np.arctan2(east, down) / power + middle, self._latitude(height)

    def _width(self, latitude: np.float64) -> float:
        """The radius of a parallel, in half long axes: m in the guidance note."""
        return float(np.cos(latitude) / np.sqrt(1 - self.ellipsoid.squared * np.sin(latitude) ** 2))

    def _height(self, latitude: np.float64) -> float:
        """How far from the top of the cone: t in the guidance note. Nothing at the pole."""
        return float(np.tan(pi / 4 - latitude / 2) / self._bulge(latitude))

    def _bulge(self, latitude: Numbers | np.float64) -> Numbers:
        flat = np.sqrt(self.ellipsoid.squared)
        part = flat * np.sin(latitude)
        return np.asarray(((1 - part) / (1 + part)) ** (flat / 2))

    def _latitude(self, height: Numbers) -> Numbers:
        latitude = pi / 2 - 2 * np.arctan(height)
        for _turn in range(6):  # each turn makes the error 150 times smaller
            latitude = pi / 2 - 2 * np.arctan(height * self._bulge(latitude))
        return latitude


LAMBERT_72 = Conic(
    INTERNATIONAL_1924, (51.16666723333333, 49.8333339), (4.367486666666666, 90.0), (150_000.013, 5_400_088.438)
)
LAMBERT_2008 = Conic(
    WGS84, (51.166666666666664, 49.833333333333336), (4.359215833333333, 50.797815), (649_328.0, 665_262.0)
)


def from_lambert_72(x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
    """Longitudes and latitudes (WGS 84) for metres in Belgian Lambert 72."""
    points = BELGE_1972.moved(INTERNATIONAL_1924.to_space(*LAMBERT_72.to_angles(x, y)))
    longitude, latitude = WGS84.from_space(points)
    return np.degrees(longitude), np.degrees(latitude)


def from_lambert_2008(x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
    """Longitudes and latitudes (WGS 84) for metres in Belgian Lambert 2008."""
    longitude, latitude = LAMBERT_2008.to_angles(x, y)
    return np.degrees(longitude), np.degrees(latitude)
