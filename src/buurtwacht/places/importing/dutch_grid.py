# SPDX-License-Identifier: EUPL-1.2
"""Metres in the Dutch grid (Rijksdriehoekstelsel, EPSG:28992) to degrees. Pure.

The conversion is that of F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie
tussen RD- en WGS84-kaartcoördinaten" (2001): two polynomials around Amersfoort, within some 0.25 metre in the whole of
the Netherlands. That is ten times finer than the borders that we draw, and it needs no grid files.
"""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

# power of x, power of y, factor; x and y in 100 km from Amersfoort, the result in arc seconds
_LATITUDE = (
    *((0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550), (2, 2, -0.01709)),
    *((1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012)),
)
_LONGITUDE = (
    *((1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594), (3, 1, -0.05607)),
    *((0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022), (5, 0, 0.00026)),
)
_AMERSFOORT = {"x": 155_000.0, "y": 463_000.0, "latitude": 52.15517440, "longitude": 5.38720621}


def from_rd(x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
    """Longitudes and latitudes for metres in the Dutch grid."""
    across, up = (x - _AMERSFOORT["x"]) * 1e-5, (y - _AMERSFOORT["y"]) * 1e-5
    latitude = _AMERSFOORT["latitude"] + _sum(_LATITUDE, across, up) / 3600
    longitude = _AMERSFOORT["longitude"] + _sum(_LONGITUDE, across, up) / 3600
    return longitude, latitude


def _sum(terms: tuple[tuple[int, int, float], ...], across: Numbers, up: Numbers) -> Numbers:
    total = np.zeros_like(across)
    for power_x, power_y, factor in terms:
        total += factor * across**power_x * up**power_y
    return total
