# SPDX-License-Identifier: EUPL-1.2
import io
import struct
import zlib

import pytest
from PIL import Image

from buurtwacht.policy.presets import PRESETS, policy_for
from buurtwacht.reports.photos import LONGEST_SIDE, NotAPhoto, take_photo

GROUP, POLICE = policy_for("be-politiezone"), policy_for("nl")


def a_photo(kind="JPEG", size=(40, 20), **options):
    file = io.BytesIO()
    image = Image.new("RGB", size, "navy")
    image.putpixel((0, 0), (255, 255, 255))
    image.save(file, kind, **options)
    file.seek(0)
    return file


def taken(file, policy=POLICE, description="Achterkant van een bus"):
    return take_photo(file, len(file.getvalue()), description, policy)


def opened(photo):
    return Image.open(io.BytesIO(photo.jpeg))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_what_phones_make_becomes_a_jpeg(kind):
    photo = taken(a_photo(kind))
    assert opened(photo).format == "JPEG"
    assert (photo.width, photo.height) == (40, 20)


def test_a_photo_stands_upright_and_forgets_where_it_was_taken():
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif[0x010F] = "Telefoon van Bram"
    exif.get_ifd(0x8825)[1] = "N"

    photo = taken(a_photo(exif=exif, comment=b"Merelweg 12"))

    assert (photo.width, photo.height) == (20, 40)
    assert len(opened(photo).getexif()) == 0
    assert b"Bram" not in photo.jpeg
    assert b"Merelweg" not in photo.jpeg


def test_a_large_photo_is_made_smaller():
    photo = taken(a_photo(size=(4000, 3000)))
    assert max(photo.width, photo.height) == LONGEST_SIDE


def test_a_photo_without_words_is_refused():
    with pytest.raises(NotAPhoto):
        taken(a_photo(), description="  ")


@pytest.mark.parametrize(
    ("preset", "audience"),
    [("nl", "police"), ("be", "police")] + [(one, "waiting") for one in ("be-politiezone", "nl-ede", "be-lanaken")],
)
def test_where_a_photo_goes_follows_the_policy(preset, audience):
    assert taken(a_photo(), PRESETS[preset]).audience == audience


def test_a_bin_takes_no_photos():
    with pytest.raises(NotAPhoto):
        taken(a_photo(), PRESETS["be-bin"])


def bomb():
    """A PNG of a few kilobytes that says it is 50,000 by 50,000."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1_000_000)
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b""))


@pytest.mark.parametrize(
    "file",
    [
        bomb(),
        io.BytesIO(b""),
        io.BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        io.BytesIO(b"GIF89a" + b"\0" * 100),
        io.BytesIO(b"%PDF-1.7 and so on"),
        io.BytesIO(a_photo(size=(400, 400)).getvalue()[:300]),
        io.BytesIO(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8),
    ],
    ids=["bomb", "nothing", "svg", "gif", "pdf", "half a photo", "noise"],
)
def test_what_is_no_photo_is_refused_in_a_sentence(file):
    with pytest.raises(NotAPhoto):
        taken(file)


def test_a_file_that_is_too_large_is_not_even_opened(settings):
    settings.MOST_PHOTO_BYTES = 100
    with pytest.raises(NotAPhoto):
        taken(a_photo())
