# SPDX-License-Identifier: EUPL-1.2
import json
import sys
from collections.abc import Iterable, Iterator
from math import isfinite
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from buurtwacht.groups.queries import group_at
from buurtwacht.places.importing.grids import Grid
from buurtwacht.places.importing.problems import BadFile
from buurtwacht.places.models import Area
from buurtwacht.places.queries import area_at
from buurtwacht.places.services import import_areas, import_postcodes

GRIDS = [str(grid.value) for grid in Grid]


class Command(BaseCommand):
    help = "Take over the borders of areas and where postcodes lie, or look up in which area a point lies."

    def add_arguments(self, parser: CommandParser) -> None:
        commands = parser.add_subparsers(dest="what", required=True)
        imports = commands.add_parser("import", help="take over the areas of a GeoJSON file")
        imports.add_argument("file", type=Path)
        imports.add_argument("--kind", choices=Area.Kind.values, default=Area.Kind.DISTRICT.value)
        imports.add_argument("--country", choices=["nl", "be"], default="nl")
        imports.add_argument("--code-field", default="", help="the property with the code; guessed when left out")
        imports.add_argument("--name-field", default="", help="the property with the name; guessed when left out")
        imports.add_argument("--source", default="", help="who to thank, as the licence of the file asks")
        imports.add_argument("--grid", choices=GRIDS, help="the EPSG number; recognised when left out")
        postcodes = commands.add_parser("postcodes", help="take over a CSV file: postcode, house number, latitude …")
        postcodes.add_argument("file", type=Path)
        postcodes.add_argument("--country", choices=["nl", "be"], default="", help="each postcode tells when left out")
        find = commands.add_parser(
            "find", help="the area and the group of a point, as JSON; without one, of each line of standard input"
        )
        find.add_argument("latitude", nargs="?", help="in degrees: 52.0412")
        find.add_argument("longitude", nargs="?", help="in degrees: 5.6631")

    def handle(self, *args: Any, **options: Any) -> None:
        getattr(self, f"_{options['what']}")(options)

    def _find(self, options: dict[str, Any]) -> None:
        if options["latitude"] is None:
            for found in found_in(sys.stdin):
                self.stdout.write(json.dumps(found, ensure_ascii=False))
            return
        if options["longitude"] is None:
            raise _is_no_point("A point is two numbers: the latitude, then the longitude.")
        point = point_in(options["latitude"], options["longitude"])
        self.stdout.write(json.dumps(found_at(*point), ensure_ascii=False))

    def _import(self, options: dict[str, Any]) -> None:
        names = ("kind", "country", "code_field", "name_field", "source")
        grid = Grid(int(options["grid"])) if options["grid"] else None
        try:
            done = import_areas(options["file"], grid=grid, **{name: options[name] for name in names})
        except BadFile as problem:
            raise CommandError(f"Nothing was imported.\n{problem}") from problem
        self.stdout.write(f"{done.added} new, {done.changed} changed, {done.unchanged} as they were.")
        if done.mended:
            self.stdout.write(f"Borders that were mended: {', '.join(done.mended)}.")

    def _postcodes(self, options: dict[str, Any]) -> None:
        try:
            done = import_postcodes(options["file"], country=options["country"])
        except BadFile as problem:
            raise CommandError(f"Nothing was imported.\n{problem}") from problem
        self.stdout.write(f"{done.added} new, {done.changed} changed, {done.unchanged} as they were.")


def found_in(lines: Iterable[str]) -> Iterator[dict[str, str | None]]:
    """What stands at the point on each line, "LAT LON"; for a line that is no point, what is wrong with it."""
    for line in lines:
        typed = line.split()
        if not typed:
            continue
        try:
            if len(typed) != 2:
                raise _is_no_point("A point is two numbers: the latitude, then the longitude.")
            yield found_at(*point_in(*typed))
        except CommandError as problem:
            yield {"error": str(problem)}


def point_in(latitude: object, longitude: object) -> tuple[float, float]:
    """The point that was typed. Raises `CommandError` for what is no point, or one that is the wrong way round."""
    up, along = _degrees(latitude, "latitude", 90), _degrees(longitude, "longitude", 180)
    if Grid.WGS84.holds((up, along, up, along)):
        raise _is_no_point(f"The latitude comes first. Did you mean {along:g} {up:g}?")
    return up, along


def _degrees(typed: object, what: str, most: float) -> float:
    text = str(typed).strip().replace(",", ".")
    try:
        number = float(text)
    except ValueError:
        raise _is_no_point(f'"{text}" is not a {what}. Write degrees as a number, such as 52.0412.') from None
    if not isfinite(number) or abs(number) > most:
        raise _is_no_point(f"A {what} lies between -{most:g} and {most:g} degrees; this is {text}.")
    return number


def _is_no_point(sentence: str) -> CommandError:
    return CommandError(sentence, returncode=2)  # as for every argument that cannot be


def found_at(latitude: float, longitude: float) -> dict[str, str | None]:
    """What stands at a point: the names of the area and of the group, and the code of the area."""
    area, group = area_at(latitude, longitude), group_at(latitude, longitude)
    return {
        "area": area.name if area else None,
        "code": area.code if area else None,
        "group": group.name if group else None,
    }
