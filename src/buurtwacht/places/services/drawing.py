# SPDX-License-Identifier: EUPL-1.2
import shapely
from django.db import transaction
from shapely.geometry import LineString, Polygon

from buurtwacht.journal.services import record
from buurtwacht.places.models import Area, Landmark, Street


@transaction.atomic
def add_street(
    area: Area,
    name: str,
    *,
    line: list[tuple[float, float]] | None = None,
    point: tuple[float, float] | None = None,
) -> Street:
    """A street of an area, by its line or by one point: latitude before longitude. Known by name: the same is replaced.

    Without a point the pin goes to the middle of the line. Raises `ValueError` when there is neither.
    """
    if not line and not point:
        raise ValueError("a street needs a line or a point")
    drawn = LineString([(longitude, latitude) for latitude, longitude in line]) if line else None
    if point is None and drawn is not None:
        middle = drawn.interpolate(0.5, normalized=True)
        point = (middle.y, middle.x)
    assert point is not None  # noqa: S101 - one of the two is there
    values = {"latitude": point[0], "longitude": point[1], "line": shapely.to_wkb(drawn) if drawn else None}
    street, _ = Street.objects.update_or_create(area=area, name=name, defaults=values)
    record("street.kept", street.pk, area=str(area.pk))
    return street


@transaction.atomic
def add_landmark(
    area: Area,
    kind: str,
    *,
    line: list[tuple[float, float]] | None = None,
    surface: list[tuple[float, float]] | None = None,
    name: str = "",
) -> Landmark:
    """Something to draw on the map of an area, as a line or a surface: latitude before longitude.

    Raises `ValueError` when there is neither.
    """
    corners = [(longitude, latitude) for latitude, longitude in surface or line or []]
    if len(corners) < (3 if surface else 2):
        raise ValueError("a landmark needs a line of two points, or a surface of three")
    shape = Polygon(corners) if surface else LineString(corners)
    landmark = Landmark.objects.create(area=area, kind=kind, name=name, shape=shapely.to_wkb(shape))
    record("landmark.added", landmark.pk, area=str(area.pk), kind=kind)
    return landmark
