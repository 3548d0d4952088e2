# SPDX-License-Identifier: EUPL-1.2
"""What stands on a street map: the border, parks, water, buildings, streets with their names, and the pin."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import shapely
from shapely.geometry.base import BaseGeometry

from buurtwacht.places.geo import AnyPoint, Point, pair
from buurtwacht.places.models import Area, Landmark, Street
from buurtwacht.places.queries import landmarks_in, streets_in

from .sheet import HEIGHT, WIDTH, Sheet, path

LETTER = 12.0  # units that a letter of a street name takes, about
CLOSE_BY = 0.6  # of the sheet: some 340 metres across
MOST_METRES = 20_000  # a sheet shows no more across, however large the area


@dataclass(frozen=True, slots=True)
class Line:
    """A street, or anything else that is drawn along a path."""

    path: str
    name: str = ""
    has_room: bool = False  # is it long enough for its name?


@dataclass(frozen=True, slots=True)
class Dot:
    """A street of which only a point is known; or where a name stands."""

    x: float
    y: float
    name: str


@dataclass(slots=True)
class StreetMap:
    """Everything that the template draws, in the order from bottom to top."""

    sheet: Sheet
    pin: tuple[float, float] | None
    border: str = ""
    parks: list[Line] = field(default_factory=list)
    water: list[Line] = field(default_factory=list)
    paths: list[Line] = field(default_factory=list)
    buildings: list[Line] = field(default_factory=list)
    streets: list[Line] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    names: list[Dot] = field(default_factory=list)  # of parks and buildings

    @property
    def window(self) -> tuple[float, float, float, float]:
        """The part that is shown at first: near the pin, large enough to read on a phone; else the whole sheet."""
        part = CLOSE_BY if self.pin else 1.0
        return WIDTH * (1 - part) / 2, HEIGHT * (1 - part) / 2, WIDTH * part, HEIGHT * part


def street_map(location: AnyPoint | None, area: Area | None) -> StreetMap:
    """The map around a point, or of a whole area when there is no point."""
    sheet = Sheet(pair(location)) if location else _sheet_of(area)
    drawing = StreetMap(sheet, sheet.place(*pair(location)) if location else None)
    if area is not None:
        drawing.border = path(sheet.drawn(shapely.boundary(shapely.from_wkb(bytes(area.border)))))
        _draw_landmarks(drawing, list(landmarks_in(area)))
        _draw_streets(drawing, list(streets_in(area)))
    return drawing


def _sheet_of(area: Area | None) -> Sheet:
    if area is None:
        return Sheet((52.1, 5.3))
    west, south, east, north = shapely.from_wkb(bytes(area.border)).bounds
    centre: Point = ((south + north) / 2, (west + east) / 2)
    up, across = Sheet(centre, scale=1).per_degree
    metres = max((east - west) * across / WIDTH, (north - south) * up / HEIGHT)
    return Sheet(centre, min(max(metres * 1.1, 0.7), MOST_METRES / WIDTH))


def _draw_landmarks(drawing: StreetMap, landmarks: list[Landmark]) -> None:
    layers = {
        Landmark.Kind.PARK: drawing.parks,
        Landmark.Kind.WATER: drawing.water,
        Landmark.Kind.PATH: drawing.paths,
        Landmark.Kind.BUILDING: drawing.buildings,
    }
    for landmark in landmarks:
        shape = drawing.sheet.drawn(shapely.from_wkb(bytes(landmark.shape)))
        if not shape.is_empty:
            layers[Landmark.Kind(landmark.kind)].append(Line(path(shape), landmark.name))
            if landmark.name:
                inside = shape.representative_point()
                drawing.names.append(Dot(round(inside.x, 1), round(inside.y, 1), landmark.name))


def _draw_streets(drawing: StreetMap, streets: list[Street]) -> None:
    for street in streets:
        if street.line is None:
            x, y = drawing.sheet.place(street.latitude, street.longitude)
            if -WIDTH < x < 2 * WIDTH and -HEIGHT < y < 2 * HEIGHT:
                drawing.dots.append(Dot(x, y, street.name))
            continue
        for part in _readable(drawing.sheet.drawn(shapely.from_wkb(bytes(street.line)))):
            room = part.length > len(street.name) * LETTER * 1.2
            drawing.streets.append(Line(path(part), street.name, room))


def _readable(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """The lines of a street, each from left to right, so that its name does not stand on its head."""
    for part in shapely.get_parts(shape):
        if part.is_empty or part.geom_type != "LineString":
            continue
        points = shapely.get_coordinates(part)
        yield part if points[0][0] <= points[-1][0] else shapely.reverse(part)
