# SPDX-License-Identifier: EUPL-1.2
"""Pictures from a phone are drawn anew: upright, small, and with nothing else in them."""

import io

import pytest
from PIL import Image

from buurtwacht.lib import pictures
from buurtwacht.lib.pictures import TooManyPixels, Unopened, redrawn


def picture(kind="JPEG", mode="RGB", size=(600, 400), **options):
    out = io.BytesIO()
    Image.new(mode, size, 1).save(out, kind, **options)
    return io.BytesIO(out.getvalue())


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "RGB"), ("PNG", "P"), ("PNG", "1"), ("WEBP", "RGB"), ("JPEG", "CMYK")]
)
def test_whatever_comes_is_small_and_has_all_colours(kind, mode):
    drawn = redrawn(picture(kind, mode), 300)

    assert (drawn.mode, drawn.size, drawn.info) == ("RGB", (300, 200), {})


def test_a_picture_on_its_side_is_turned_and_says_no_more_about_itself():
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Make of the phone"  # orientation; maker
    drawn = redrawn(picture(exif=exif), 300)

    assert drawn.size == (200, 300)
    assert not drawn.getexif()


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\xff\xd8\xff\xe0" + b"\0" * 100, b"%PDF-1.7"])
def test_what_is_no_picture_is_not_opened(data):
    with pytest.raises(Unopened):
        redrawn(io.BytesIO(data), 300)


def test_more_pixels_than_we_unpack(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS", 1000)
    with pytest.raises(TooManyPixels):
        redrawn(picture(), 300)
