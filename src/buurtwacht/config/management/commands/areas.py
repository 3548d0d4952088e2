# SPDX-License-Identifier: EUPL-1.2
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from buurtwacht.groups.queries import group_at
from buurtwacht.places.importing.problems import BadFile
from buurtwacht.places.models import Area
from buurtwacht.places.queries import area_at
from buurtwacht.places.services import import_areas


class Command(BaseCommand):
    help = "Take over the borders of areas, or look up in which area a point lies."

    def add_arguments(self, parser: CommandParser) -> None:
        commands = parser.add_subparsers(dest="what", required=True)
        imports = commands.add_parser("import", help="take over the areas of a GeoJSON file (EPSG:4326 or EPSG:28992)")
        imports.add_argument("file", type=Path)
        imports.add_argument("--kind", choices=Area.Kind.values, default=Area.Kind.DISTRICT.value)
        imports.add_argument("--country", choices=["nl", "be"], default="nl")
        imports.add_argument("--code-field", default="", help="the property with the code; guessed when left out")
        imports.add_argument("--name-field", default="", help="the property with the name; guessed when left out")
        imports.add_argument("--source", default="", help="who to thank, as the licence of the file asks")
        find = commands.add_parser("find", help="the area and the group of a point, as JSON")
        find.add_argument("latitude", type=float)
        find.add_argument("longitude", type=float)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "find":
            self.stdout.write(json.dumps(found_at(options["latitude"], options["longitude"]), ensure_ascii=False))
            return
        names = ("kind", "country", "code_field", "name_field", "source")
        try:
            done = import_areas(options["file"], **{name: options[name] for name in names})
        except BadFile as problem:
            raise CommandError(f"Nothing was imported.\n{problem}") from problem
        self.stdout.write(f"{done.added} new, {done.changed} changed, {done.unchanged} as they were.")
        if done.mended:
            self.stdout.write(f"Borders that were mended: {', '.join(done.mended)}.")


def found_at(latitude: float, longitude: float) -> dict[str, str | None]:
    """What stands at a point: the names of the area and of the group, and the code of the area."""
    area, group = area_at(latitude, longitude), group_at(latitude, longitude)
    return {
        "area": area.name if area else None,
        "code": area.code if area else None,
        "group": group.name if group else None,
    }
