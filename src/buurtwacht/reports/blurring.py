# SPDX-License-Identifier: EUPL-1.2
"""Making parts of a photo unrecognisable. The pixels are replaced, so that nothing of them is left in the copy. Pure.

People say where, with the hand: no program here looks for faces or plates. An area is left, top, right and bottom, in
thousandths of the width and the height, so that it holds for the photo on every screen.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFilter

MOST_AREAS = 60
WHOLE = 1000  # thousandths
LEAST = 10  # thousandths: a tap that slipped is no area
MARGIN = 8  # thousandths around each area: who draws close to a face still covers its outline
SHORT, LONG = 6, 8  # fields of the grid along the short and the long side
BLOCKS = 3  # along the longer side of what is blurred: too few to tell a face or a plate
SHADE = 24  # of 256: means closer than this become the same, so that trying plate after plate tells them apart no more
LEAST_BLOCK = 1 / 16  # of the longer side of the photo
QUALITY = 82


class Area(NamedTuple):
    """A part of a photo, in thousandths of its width and height."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def is_real(self) -> bool:
        """Does it lie on the photo, and is it large enough to mean something?"""
        across, down = 0 <= self.left < self.right <= WHOLE, 0 <= self.top < self.bottom <= WHOLE
        return across and down and self.right - self.left >= LEAST and self.bottom - self.top >= LEAST

    def touches(self, other: "Area") -> bool:
        across = self.left <= other.right and other.left <= self.right
        return across and self.top <= other.bottom and other.top <= self.bottom

    def around(self, other: "Area") -> "Area":
        """The smallest area with both in it."""
        return Area(*map(min, self[:2], other[:2]), *map(max, self[2:], other[2:]))


class Cell(NamedTuple):
    """A field of the grid that lies over the photo, counted from 1."""

    row: int
    column: int


def grid_of(width: int, height: int) -> tuple[int, int]:
    """Rows and columns of the grid over a photo of this size in pixels."""
    return (SHORT, LONG) if width >= height else (LONG, SHORT)


def area_of(cell: Cell, rows: int, columns: int) -> Area:
    """The part of the photo that lies under a field."""
    left, right = (WHOLE * edge // columns for edge in (cell.column - 1, cell.column))
    top, bottom = (WHOLE * edge // rows for edge in (cell.row - 1, cell.row))
    return Area(left, top, right, bottom)


def blurred(jpeg: bytes, areas: Iterable[Sequence[int]]) -> bytes:
    """A copy as JPEG in which these areas cannot be made out any more.

    What touches is taken together, averaged to a handful of coarse blocks, and smoothed. A photo of a plate is left
    with a few mean colours: too little to guess the letters from, however somebody sharpens it.
    """
    with Image.open(BytesIO(jpeg)) as opened:
        photo = Image.new("RGB", opened.size)
        photo.paste(opened.convert("RGB"))
    for together in _joined([Area(*area) for area in areas]):
        _cover(photo, together)
    out = BytesIO()
    photo.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _joined(areas: Sequence[Area]) -> list[list[Area]]:
    """The areas in heaps; those of different heaps do not touch."""
    heaps: list[list[Area]] = []
    for area in map(_wider, areas):
        touching = [heap for heap in heaps if any(area.touches(one) for one in heap)]
        heaps = [heap for heap in heaps if heap not in touching]
        heaps.append([area, *(one for heap in touching for one in heap)])
    return heaps


def _wider(area: Area) -> Area:
    left, top = (max(0, edge - MARGIN) for edge in area[:2])
    right, bottom = (min(WHOLE, edge + MARGIN) for edge in area[2:])
    return Area(left, top, right, bottom)


def _cover(photo: Image.Image, areas: Sequence[Area]) -> None:
    around = areas[0]
    for area in areas[1:]:
        around = around.around(area)
    box = _pixels(around, photo.size)
    size = (box[2] - box[0], box[3] - box[1])
    block = max(max(photo.size) * LEAST_BLOCK, max(size) / BLOCKS)
    few = tuple(max(1, round(side / block)) for side in size)
    means = photo.crop(box).resize((few[0], few[1]), Image.Resampling.BOX).point(_rounded)
    mosaic = means.resize(size, Image.Resampling.NEAREST)
    mask = Image.new("L", photo.size)
    for area in areas:
        left, top, right, bottom = _pixels(area, photo.size)
        ImageDraw.Draw(mask).rectangle((left, top, right - 1, bottom - 1), fill=255)
    photo.paste(mosaic.filter(ImageFilter.GaussianBlur(block / 4)), box, mask.crop(box))


def _rounded(shade: int) -> int:
    return min(255, shade // SHADE * SHADE + SHADE // 2)


def _pixels(area: Area, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The area in pixels, rounded outwards."""
    (width, height), round_up = size, WHOLE - 1
    left, top = area.left * width // WHOLE, area.top * height // WHOLE
    return left, top, (area.right * width + round_up) // WHOLE, (area.bottom * height + round_up) // WHOLE
