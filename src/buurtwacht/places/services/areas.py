# SPDX-License-Identifier: EUPL-1.2
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import shapely
from django.db import transaction

from buurtwacht.journal.services import record
from buurtwacht.lib.ids import new_id
from buurtwacht.places.importing.geojson import Feature, read
from buurtwacht.places.importing.grids import Grid
from buurtwacht.places.models import Area

LARGER = {
    Area.Kind.NEIGHBOURHOOD: (Area.Kind.DISTRICT, Area.Kind.MUNICIPALITY),
    Area.Kind.DISTRICT: (Area.Kind.MUNICIPALITY,),
    Area.Kind.MUNICIPALITY: (),
}


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
    kept = Counter(_keep(feature, known.get(feature.code), kind, country, source) for feature in features)
    _give_parents([feature.code for feature in features])
    mended = tuple(feature.code for feature in features if feature.mended)
    done = Imported(kept["added"], kept["changed"], kept["unchanged"], mended)
    record("areas.imported", new_id(), kind=kind, country=country, added=done.added, changed=done.changed)
    return done


def _keep(feature: Feature, area: Area | None, kind: str, country: str, source: str) -> str:
    values = {"kind": kind, "name": feature.name, "country": country, "border": feature.border, "source": source}
    if area is None:
        Area.objects.create(code=feature.code, **values)
        return "added"
    area.border = bytes(area.border)
    different = [name for name, value in values.items() if getattr(area, name) != value]
    if not different:
        return "unchanged"
    for name in different:
        setattr(area, name, values[name])
    area.save(update_fields=[*different, "updated_at"])
    return "changed"


def _give_parents(codes: list[str]) -> None:
    """Put each new area under the smallest larger one that it lies in, where there is one."""
    for area in Area.objects.filter(code__in=codes, parent=None):
        inside = shapely.from_wkb(bytes(area.border)).representative_point()
        around = [
            (border.area, other.code, other)
            for other in Area.objects.filter(kind__in=LARGER[Area.Kind(area.kind)])
            if (border := shapely.from_wkb(bytes(other.border))).covers(inside)
        ]
        if around:
            area.parent = min(around, key=lambda one: one[:2])[2]
            area.save(update_fields=["parent", "updated_at"])
