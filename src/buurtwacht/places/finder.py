# SPDX-License-Identifier: EUPL-1.2
"""All borders in memory, to find the area of a point in a fraction of a millisecond. Kept once per process.

An old map is noticed by the version that the database keeps (`MapVersion`): one row to read, no message to anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from threading import Lock
from uuid import UUID

import shapely
from shapely import STRtree
from shapely.geometry import Point

from .geo import METRES_PER_DEGREE
from .models import Area, MapVersion

Row = tuple[UUID, str, str, bytes]  # id, kind, code, border as WKB


@dataclass(frozen=True, slots=True)
class Finder:
    """A tree of borders. `ranks` says which area wins where several lie over one another."""

    tree: STRtree
    ids: tuple[UUID, ...]
    kinds: tuple[str, ...]
    ranks: tuple[tuple[float, str], ...]

    def at(self, latitude: float, longitude: float, kind: str = "") -> list[UUID]:
        """The areas around this point, the one that wins first; none outside all.

        A border belongs to both sides. Of all areas that a point lies in or on, the smallest wins: a neighbourhood
        before its town, an enclave before what lies around it. Of equally small ones the first by code wins. So the
        same point gives the same answer every time, on every machine.
        """
        if not (isfinite(latitude) and isfinite(longitude)):
            return []
        hits = [int(hit) for hit in self.tree.query(Point(longitude, latitude), predicate="intersects")]
        fitting = [hit for hit in hits if not kind or self.kinds[hit] == kind]
        return [self.ids[hit] for hit in sorted(fitting, key=self.ranks.__getitem__)]

    def beside(self, area_id: UUID, metres: float) -> list[UUID]:
        """The areas that touch this one or lie at most so far from it, itself among them. None for an unknown area."""
        if area_id not in self.ids:
            return []
        border = self.tree.geometries[self.ids.index(area_id)]
        hits = self.tree.query(border, predicate="dwithin", distance=metres / METRES_PER_DEGREE)
        return [self.ids[int(hit)] for hit in hits]


_lock = Lock()
_kept: tuple[UUID | None, Finder] | None = None


def finder() -> Finder:
    """The finder for the areas as they are now."""
    global _kept
    version = MapVersion.objects.values_list("value", flat=True).first()
    with _lock:
        if _kept is None or _kept[0] != version:
            _kept = (version, _read())
        return _kept[1]


def _read() -> Finder:
    rows = Area.objects.order_by("code").values_list("id", "kind", "code", "border")
    return finder_of([(pk, kind, code, bytes(border)) for pk, kind, code, border in rows.iterator(chunk_size=1000)])


def finder_of(rows: Sequence[Row]) -> Finder:
    """A finder for these areas. In whatever order they come, it gives the same answers."""
    borders = shapely.from_wkb([border for *_rest, border in rows])
    shapely.prepare(borders)
    return Finder(
        tree=STRtree(borders),
        ids=tuple(row[0] for row in rows),
        kinds=tuple(row[1] for row in rows),
        ranks=tuple((float(border.area), row[2]) for row, border in zip(rows, borders, strict=True)),
    )
