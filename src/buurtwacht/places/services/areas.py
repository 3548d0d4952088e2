# SPDX-License-Identifier: EUPL-1.2
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from django.db import transaction
from django.utils import timezone
from shapely import STRtree

from buurtwacht.journal.services import record
from buurtwacht.lib.ids import new_id
from buurtwacht.places.importing.geojson import read
from buurtwacht.places.importing.grids import Grid
from buurtwacht.places.models import Area

LARGER = {
    Area.Kind.NEIGHBOURHOOD: (Area.Kind.DISTRICT, Area.Kind.MUNICIPALITY),
    Area.Kind.DISTRICT: (Area.Kind.MUNICIPALITY,),
    Area.Kind.MUNICIPALITY: (),
}

AT_A_TIME = 1000


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    added: int
    changed: int
    unchanged: int
    mended: tuple[str, ...]  # codes of the areas whose border was mended


@transaction.atomic
def import_areas(
    path: Path,
    *,
    kind: str,
    country: str = "nl",
    code_field: str = "",
    name_field: str = "",
    source: str = "",
    grid: Grid | None = None,
) -> Imported:
    """Take the areas of a GeoJSON file over, all or none. The same file again changes nothing.

    `grid` is what its numbers are in; recognised when left out. Raises `BadFile`.
    """
    features = read(path, code_field=code_field, name_field=name_field, grid=grid)
    known = {area.code: area for area in Area.objects.select_for_update().filter(code__in=[f.code for f in features])}
    same = {"kind": kind, "country": country, "source": source}
    said = {feature.code: same | {"name": feature.name, "border": feature.border} for feature in features}
    added = [Area(code=code, **values) for code, values in said.items() if code not in known]
    changed = [area for code, area in known.items() if _takes_over(area, said[code])]
    Area.objects.bulk_create(added, batch_size=AT_A_TIME)
    Area.objects.bulk_update(changed, [*same, "name", "border", "updated_at"], batch_size=AT_A_TIME)
    _give_parents(Area.Kind(kind), [feature.code for feature in features])
    mended = tuple(feature.code for feature in features if feature.mended)
    done = Imported(len(added), len(changed), len(known) - len(changed), mended)
    record("areas.imported", new_id(), kind=kind, country=country, added=done.added, changed=done.changed)
    return done


def _takes_over(area: Area, said: dict[str, Any]) -> bool:
    """Give the area what the file says; True when that was something else."""
    area.border = bytes(area.border)
    different = [name for name, value in said.items() if getattr(area, name) != value]
    for name in different:
        setattr(area, name, said[name])
    area.updated_at = timezone.now()
    return bool(different)


def _give_parents(kind: Area.Kind, codes: list[str]) -> None:
    """Put each new area under the smallest larger one that it lies in, where there is one."""
    larger = list(Area.objects.filter(kind__in=LARGER[kind]))
    alone = list(Area.objects.filter(code__in=codes, parent=None)) if larger else []
    borders = shapely.from_wkb([bytes(area.border) for area in larger])
    inside = shapely.point_on_surface(shapely.from_wkb([bytes(area.border) for area in alone]))
    around: dict[int, list[int]] = defaultdict(list)
    for number, hit in STRtree(borders).query(inside, predicate="intersects").T.tolist():
        around[number].append(hit)
    for number, hits in around.items():
        alone[number].parent = larger[min(hits, key=lambda hit: (borders[hit].area, larger[hit].code))]
        alone[number].updated_at = timezone.now()
    Area.objects.bulk_update([alone[number] for number in around], ["parent", "updated_at"], batch_size=AT_A_TIME)
