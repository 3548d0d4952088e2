# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench.places_find AREAS`: a country of ragged neighbourhoods in towns, half of them with a group, and what
`buurtwacht areas find` does for random points in it. Prints JSON."""

import json
import os
import random
import sys
import time
from math import cos, pi, sin

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")

import django

django.setup()

import psutil
import shapely
from django.db import connection
from shapely.geometry import Polygon, box

from buurtwacht.config.management.commands.areas import found_at
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.places.finder import finder
from buurtwacht.places.models import Area

SIDE, CORNERS, POINTS, WARM = 0.01, 80, 1000, 100
CHANCE = random.Random(11)


def main() -> None:
    wide = int(int(sys.argv[1]) ** 0.5)
    build(wide)
    before = psutil.Process().memory_info().rss
    start = time.perf_counter()
    tree = finder()
    read = time.perf_counter() - start
    grown = psutil.Process().memory_info().rss - before
    points = [(51 + CHANCE.random() * wide * SIDE, 3 + CHANCE.random() * wide * SIDE) for _ in range(POINTS + WARM)]
    whole = [timed(found_at, *point) for point in points][WARM:]
    alone = [timed(tree.at, *point) for point in points][WARM:]
    print(json.dumps({"ms": whole, "tree_ms": alone, "mb": round(grown / 1e6), "read_s": round(read, 2)}))


def timed(function: object, *words: float) -> float:
    start = time.perf_counter()
    function(*words)  # type: ignore[operator]
    return (time.perf_counter() - start) * 1000


def build(wide: int) -> None:
    """`wide` × `wide` neighbourhoods, a town around each ten by ten of them."""
    areas = []
    for town in range((wide // 10) ** 2):
        west, south = 3 + town % (wide // 10) * SIDE * 10, 51 + town // (wide // 10) * SIDE * 10
        border = box(west, south, west + SIDE * 10, south + SIDE * 10).segmentize(SIDE / 5)
        areas.append(Area(kind="municipality", code=f"GM{town:04}", name=f"Town {town}", border=shapely.to_wkb(border)))
    for number in range(wide * wide):
        border = ragged(3 + (number % wide + 0.5) * SIDE, 51 + (number // wide + 0.5) * SIDE)
        areas.append(Area(kind="neighbourhood", code=f"BU{number:06}", name=str(number), border=shapely.to_wkb(border)))
    Area.objects.bulk_create(areas, batch_size=1000)
    organisation = Organisation.objects.create(name="Bench", slug="bench")
    WatchGroup.objects.bulk_create(
        WatchGroup(organisation=organisation, area=area, name=f"Group {area.code}", slug=area.code.lower())
        for area in areas[::2]
    )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def ragged(x: float, y: float) -> Polygon:
    around = [(2 * pi * step / CORNERS, SIDE * CHANCE.uniform(0.4, 0.6)) for step in range(CORNERS)]
    return Polygon([(x + far * cos(angle), y + far * sin(angle)) for angle, far in around])


if __name__ == "__main__":
    main()
