# SPDX-License-Identifier: EUPL-1.2
"""Points and distances on a small piece of the earth. Degrees WGS 84 in, metres out. Pure."""

from collections.abc import Mapping, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any

from buurtwacht.places.models import Street

EARTH = 6_371_008.8  # metres: mean radius R1 (IUGG)
METRES_PER_DEGREE = 111_195.08  # of latitude, on that sphere

Point = tuple[float, float]  # latitude, longitude
AnyPoint = Mapping[str, Any] | Sequence[float] | Street


def pair(point: AnyPoint) -> Point:
    """Latitude and longitude of a street, a pair, or something with "latitude" and "longitude" in it.

    Raises `ValueError` for a point that is not on earth.
    """
    if isinstance(point, Mapping):
        latitude, longitude = float(point["latitude"]), float(point["longitude"])
    elif isinstance(point, Street):
        latitude, longitude = point.latitude, point.longitude
    else:
        latitude, longitude = map(float, point)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError("a latitude lies between -90 and 90 degrees, a longitude between -180 and 180")
    return latitude, longitude


def distance_metres(a: AnyPoint, b: AnyPoint) -> float:
    """The way as the crow flies (haversine); within half a percent of the ellipsoid."""
    (latitude_a, longitude_a), (latitude_b, longitude_b) = pair(a), pair(b)
    north = sin(radians(latitude_b - latitude_a) / 2) ** 2
    east = sin(radians(longitude_b - longitude_a) / 2) ** 2
    chord = north + cos(radians(latitude_a)) * cos(radians(latitude_b)) * east
    return 2 * EARTH * asin(sqrt(min(1.0, chord)))


def moved(point: AnyPoint, *, north: float = 0, east: float = 0) -> Point:
    """The point so many metres further; for the distances inside a town."""
    latitude, longitude = pair(point)
    to_the_north = north / METRES_PER_DEGREE
    to_the_east = east / (METRES_PER_DEGREE * max(cos(radians(latitude)), 1e-6))
    return latitude + to_the_north, longitude + to_the_east
