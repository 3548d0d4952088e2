# SPDX-License-Identifier: EUPL-1.2
"""The same pieces as GeoJSON (RFC 7946), for the map that moves. Borders are simplified together: no gaps."""

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

import numpy as np
import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from buurtwacht.places.models import Area, MapVersion

from .drawing import below_name
from .territory import Piece

DETAIL = 0.0002  # degrees: some twenty metres
DECIMALS = 5  # of a degree: some metre


def version_of(pieces: Sequence[Piece], language: str) -> str:
    """A mark that changes when anything in the answer does."""
    value = MapVersion.objects.values_list("value", flat=True).first()
    facts = [(str(piece.area.pk), piece.name, piece.look, below_name(piece)) for piece in pieces]
    return hashlib.sha256(json.dumps([str(value), language, facts]).encode()).hexdigest()[:32]


def features_of(pieces: Sequence[Piece], urls: dict[UUID, str]) -> dict[str, Any]:
    """A feature collection. `urls` are the pages of groups, by the id of the group."""
    value = MapVersion.objects.values_list("value", flat=True).first()
    shapes = _simple(value, tuple(piece.area.pk for piece in pieces))
    return {
        "type": "FeatureCollection",
        "features": [_feature(piece, *shapes[piece.area.pk], urls) for piece in pieces if piece.area.pk in shapes],
    }


def _feature(piece: Piece, shape: dict[str, Any], middle: list[float], urls: dict[UUID, str]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": str(piece.area.pk),
        "geometry": shape,
        "properties": {
            "name": piece.name,
            "below": below_name(piece),
            "look": piece.look,
            "middle": middle,
            "url": urls.get(piece.group.pk, "") if piece.group else "",
        },
    }


@lru_cache(maxsize=64)
def _simple(version: UUID | None, area_ids: tuple[UUID, ...]) -> dict[UUID, tuple[dict[str, Any], list[float]]]:
    """Each area with fewer corners, and a point inside it for its name. Kept until the map changes."""
    found: dict[UUID, tuple[dict[str, Any], list[float]]] = {}
    areas = list(Area.objects.filter(pk__in=area_ids))
    for kind in Area.Kind:
        rows = [area for area in areas if area.kind == kind]
        borders = [shapely.from_wkb(bytes(area.border)) for area in rows]
        for area, border in zip(rows, _simplified(borders), strict=True):
            middle = border.representative_point()
            found[area.pk] = mapping(border), [round(middle.y, 5), round(middle.x, 5)]
    return found


def _simplified(borders: list[BaseGeometry]) -> list[BaseGeometry]:
    if not borders:
        return []
    simple = shapely.coverage_simplify(borders, DETAIL)
    return list(shapely.transform(simple, lambda points: np.round(points, DECIMALS)))
