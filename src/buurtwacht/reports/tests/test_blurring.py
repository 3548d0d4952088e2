# SPDX-License-Identifier: EUPL-1.2
"""What is blurred cannot be made out any more, whatever somebody does to the copy."""

import io

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from buurtwacht.reports.blurring import SHADE, Area, Cell, area_of, blurred, grid_of


def a_plate(words, size=(1600, 1200), box=(640, 540, 960, 620)):
    """A photo of a plate, with an inscription in it as large as the plate."""
    photo = Image.new("RGB", size, (120, 126, 130))
    draw = ImageDraw.Draw(photo)
    draw.rectangle(box, fill=(240, 200, 60))
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    draw.text(middle, words, (10, 10, 10), ImageFont.load_default(64), anchor="mm")
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=90, comment=b"Merelweg 12")
    return out.getvalue()


def opened(jpeg):
    return Image.open(io.BytesIO(jpeg)).convert("RGB")


PLATE = Area(395, 445, 605, 520)


def test_one_plate_leaves_the_same_as_another():
    """Who has the copy and tries every plate, until one looks the same blurred, finds that they all do."""
    copies = [blurred(a_plate(words), [PLATE]) for words in ("V-38-ZZ", "GB-902-K", "1-ABC-234", "XX-99-XX")]
    assert len(set(copies)) == 1
    faint, dark = (opened(blurred(a_plate(words), [PLATE])) for words in ("LL-11-LL", "W-000-WW"))
    difference = ImageChops.difference(faint, dark).convert("L").getextrema()[1]
    assert difference < 2 * SHADE, "one step, where black on yellow is more than a hundred and fifty"


def test_sharpening_brings_nothing_back():
    copy = opened(blurred(a_plate("V-38-ZZ"), [PLATE])).crop((660, 560, 940, 600)).convert("L")
    sharper = copy
    for _again in range(4):
        sharper = sharper.filter(ImageFilter.UnsharpMask(radius=12, percent=300, threshold=0))
    columns = sharper.resize((sharper.width, 1), Image.Resampling.BOX)
    shades = columns.tobytes()
    turns = sum((b - a) * (c - b) < -400 for a, b, c in zip(shades[::6], shades[6::6], shades[12::6], strict=False))
    assert turns <= 2, "no strokes of letters"


def test_the_rest_stays_and_nothing_of_the_file_survives_but_pixels():
    whole = a_plate("V-38-ZZ")
    copy = blurred(whole, [Area(0, 0, 200, 200)])
    right = (600, 500, 1000, 660)
    left_over = ImageChops.difference(opened(whole).crop(right), opened(copy).crop(right)).convert("L")
    assert left_over.getextrema()[1] < 60, "only what saving as JPEG does"
    assert b"Merelweg" not in copy
    assert Image.open(io.BytesIO(copy)).size == (1600, 1200)
    assert len(Image.open(io.BytesIO(copy)).getexif()) == 0


def test_a_face_that_fills_the_photo_is_left_with_a_handful_of_blocks():
    """A finer mosaic of something large can be recognised from afar; what touches is taken together."""
    photo = Image.effect_noise((1200, 1200), 120).convert("RGB").resize((1200, 1200))
    out = io.BytesIO()
    photo.save(out, "JPEG")
    fields = [area_of(Cell(row, column), 6, 8) for row in range(1, 7) for column in range(1, 9)]
    copy = opened(blurred(out.getvalue(), fields)).convert("L")
    low, high = copy.getextrema()
    assert high - low < 30


def test_areas_at_the_edge_and_on_top_of_each_other_are_fine():
    copy = blurred(a_plate("V-38-ZZ"), [Area(0, 0, 10, 10), Area(990, 990, 1000, 1000), PLATE, PLATE])
    assert opened(copy).size == (1600, 1200)


def test_without_areas_it_shows_everything():
    whole = a_plate("V-38-ZZ")
    difference = ImageChops.difference(opened(blurred(whole, [])), opened(whole)).convert("L")
    assert difference.getextrema()[1] < 60


@pytest.mark.parametrize(("size", "grid"), [((1600, 1200), (6, 8)), ((900, 1600), (8, 6)), ((800, 800), (6, 8))])
def test_the_grid_covers_the_whole_photo_once(size, grid):
    rows, columns = grid_of(*size)
    assert (rows, columns) == grid
    cells = [Cell(row, column) for row in range(1, rows + 1) for column in range(1, columns + 1)]
    fields = [area_of(cell, rows, columns) for cell in cells]
    assert sum((one.right - one.left) * (one.bottom - one.top) for one in fields) == 1_000_000
    assert all(one.is_real for one in fields)


@pytest.mark.parametrize(
    "edges", [(-1, 0, 100, 100), (0, 0, 1001, 100), (200, 0, 100, 100), (0, 0, 5, 100), (0, 9, 9, 0)]
)
def test_what_lies_outside_or_is_too_small_is_no_area(edges):
    assert not Area(*edges).is_real
