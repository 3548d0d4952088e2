# SPDX-License-Identifier: EUPL-1.2
"""The shape of the earth, as two datums have it, and the way from one to the other. Angles in radians. Pure."""

from dataclasses import dataclass
from math import pi

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
ARC_SECOND = pi / (180 * 3600)


@dataclass(frozen=True, slots=True)
class Ellipsoid:
    """Half the long axis in metres, and how flat it is."""

    axis: float
    flattening: float

    @property
    def squared(self) -> float:
        """The first eccentricity, squared."""
        return self.flattening * (2 - self.flattening)

    def to_space(self, longitude: Numbers, latitude: Numbers) -> Numbers:
        """Points on the ellipsoid as x, y and z in metres from the middle of the earth, one row each."""
        across = self.axis / np.sqrt(1 - self.squared * np.sin(latitude) ** 2)
        x, y = across * np.cos(latitude) * np.cos(longitude), across * np.cos(latitude) * np.sin(longitude)
        return np.column_stack((x, y, across * (1 - self.squared) * np.sin(latitude)))

    def from_space(self, points: Numbers) -> tuple[Numbers, Numbers]:
        """Longitudes and latitudes of points near the surface. Their height is left out."""
        x, y, z = points[:, 0], points[:, 1], points[:, 2]
        out = np.hypot(x, y)
        latitude = np.arctan2(z, out * (1 - self.squared))
        for _turn in range(5):  # each turn makes the error 300 times smaller
            across = self.axis / np.sqrt(1 - self.squared * np.sin(latitude) ** 2)
            latitude = np.arctan2(z + self.squared * across * np.sin(latitude), out)
        return np.arctan2(y, x), latitude


@dataclass(frozen=True, slots=True)
class Helmert:
    """Seven parameters between two datums: metres, arc seconds (position vector, EPSG method 9606), millionths."""

    shift: tuple[float, float, float]
    turn: tuple[float, float, float]
    scale: float

    def moved(self, points: Numbers) -> Numbers:
        about_x, about_y, about_z = (angle * ARC_SECOND for angle in self.turn)
        turned = np.array([[1, -about_z, about_y], [about_z, 1, -about_x], [-about_y, about_x, 1]])
        moved: Numbers = np.asarray(self.shift) + (1 + self.scale * 1e-6) * points @ turned.T
        return moved


WGS84 = Ellipsoid(6_378_137.0, 1 / 298.257223563)
INTERNATIONAL_1924 = Ellipsoid(6_378_388.0, 1 / 297)
# Belge 1972 to WGS 84: EPSG:15929, of the Nationaal Geografisch Instituut; within a metre in the whole of Belgium.
BELGE_1972 = Helmert((-106.8686, 52.2978, -103.7239), (0.3366, -0.457, 1.8422), -1.2747)
