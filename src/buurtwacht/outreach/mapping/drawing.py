# SPDX-License-Identifier: EUPL-1.2
"""A map of groups as a drawing in the page: no tiles, no script, no request to anybody (screen 09)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from shapely import from_wkb, unary_union
from shapely.geometry.base import BaseGeometry

from .sheet import HEIGHT, WIDTH, Sheet, around, path
from .territory import Piece

LETTER = 9.5  # units that a letter of a name takes, about
LINE = 20  # units between two lines of a label
SMALL = 0.7  # of the width of its name: an area smaller than this has it below
RANKS = {"here": 0, "on": 1, "forming": 2, "none": 3}


@dataclass(frozen=True, slots=True)
class Label:
    """A name, and a line below it: "84 neighbours", "17 of 25"."""

    x: int
    y: int
    name: str
    below: str


@dataclass(frozen=True, slots=True)
class Shape:
    """One area: its outline as an SVG path, how it looks, and its label where there is room for one."""

    path: str
    look: str
    label: Label | None


@dataclass(frozen=True, slots=True)
class AreaMap:
    """The drawing, and whom to thank for the borders."""

    shapes: Sequence[Shape]
    sources: Sequence[str]
    has_here: bool
    width: int = WIDTH
    height: int = HEIGHT


def draw(pieces: Sequence[Piece], here: UUID | None = None) -> AreaMap | None:
    """All pieces; with `here`, the area of that id stands out and lies in the middle. None when there is nothing."""
    if not pieces:
        return None
    borders = {piece.area.pk: from_wkb(bytes(piece.area.border)) for piece in pieces}
    sheet = Sheet(_window(pieces, borders, here))
    outlines = [(piece, sheet.drawn(borders[piece.area.pk])) for piece in pieces]
    seen = [(piece, outline) for piece, outline in outlines if not outline.is_empty]
    labels = _labels(seen, here)
    shapes = [Shape(path(outline), _look(piece, here), labels.get(piece.area.pk)) for piece, outline in seen]
    sources = sorted({piece.area.source for piece in pieces if piece.area.source})
    return AreaMap(shapes, sources, has_here=here in borders)


def below_name(piece: Piece) -> str:
    """How many neighbours take part, or are there already."""
    if piece.group is None or piece.look == "none":
        return ""
    if piece.look == "forming":
        return _("%(members)d of %(needed)d") % {"members": piece.members, "needed": piece.group.needed_members}
    return ngettext("%(count)d neighbour", "%(count)d neighbours", piece.members) % {"count": piece.members}


def _window(
    pieces: Iterable[Piece], borders: dict[UUID, BaseGeometry], here: UUID | None
) -> tuple[float, float, float, float]:
    """Where one lives with what lies around it; else the groups with what lies around them; else everything."""
    whole = unary_union(list(borders.values())).bounds
    if here in borders:
        return around(borders[here].bounds, whole)
    groups = [borders[piece.area.pk] for piece in pieces if piece.group]
    return around(unary_union(groups).bounds, whole, factor=1.6) if groups else whole


def _look(piece: Piece, here: UUID | None) -> str:
    return "here" if piece.area.pk == here else piece.look


def _labels(seen: Sequence[tuple[Piece, BaseGeometry]], here: UUID | None) -> dict[UUID, Label]:
    """Labels that do not lie over one another: one's own first, then those of groups, then the rest.

    The name of an area without a group does not lie over a group either.
    """
    taken: list[tuple[float, float, float, float]] = []
    groups = [outline.bounds for piece, outline in seen if piece.group is not None]
    labels = {}
    for piece, outline in sorted(seen, key=lambda pair: RANKS[_look(pair[0], here)]):
        label = _label(piece, outline)
        wide = LETTER * max(len(label.name), len(label.below))
        frame = (label.x - wide / 2, label.y - LINE, label.x + wide / 2, label.y + LINE)
        must = piece.group is not None or piece.area.pk == here
        fits = must or wide < (outline.bounds[2] - outline.bounds[0])
        inside = frame[0] > -8 and frame[2] < WIDTH + 8 and 0 < label.y < HEIGHT
        others = taken if must else [*taken, *groups]
        if fits and inside and not any(_overlap(frame, other) for other in others):
            taken.append(frame)
            labels[piece.area.pk] = label
    return labels


def _label(piece: Piece, outline: BaseGeometry) -> Label:
    """In the middle of its area; below it where a group is too small on this map to hold its name."""
    middle, below = outline.representative_point(), below_name(piece)
    west, _south, east, bottom = outline.bounds
    if piece.group and east - west < SMALL * LETTER * len(piece.name):
        return Label(round(middle.x), round(bottom) + LINE, piece.name, below)
    return Label(round(middle.x), round(middle.y) - (4 if below else -6), piece.name, below)


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
