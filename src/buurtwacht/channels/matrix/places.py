# SPDX-License-Identifier: EUPL-1.2
"""A place that was shared. Pure."""

import re

_GEO = re.compile(r"geo:(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:[,;].*)?", re.IGNORECASE)


def point_in(uri: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, from a geo URI (RFC 5870); None when there is no such point."""
    found = _GEO.fullmatch(uri.strip())
    if not found:
        return None
    latitude, longitude = float(found[1]), float(found[2])
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None
