# SPDX-License-Identifier: EUPL-1.2
import io
import os
import zlib
from resource import RUSAGE_SELF, getrusage

import pytest
from PIL import Image

from buurtwacht.lib import scans
from buurtwacht.lib.scans import JPEG, PDF, NotAScan, clean_scan

LINES = b"0 0 m 100 100 l S\n"
SCRIPT = b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"


def pdf(*, packed: bytes = b"", catalogue: bytes = b"") -> bytes:
    """One page with lines on it."""
    drawing = packed or zlib.compress(LINES)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + catalogue + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(drawing) + drawing + b"\nendstream",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 5\n0000000000 65535 f \n" + table
    return out + table + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


def cleaned(data: bytes) -> tuple[bytes, str]:
    return clean_scan(io.BytesIO(data), len(data))


def picture(mode: str, size: tuple[int, int]) -> bytes:
    kept = io.BytesIO()
    Image.new(mode, size).save(kept, "PNG")
    return kept.getvalue()


def test_a_pdf_is_drawn_anew_without_its_scripts():
    drawn, kind = cleaned(pdf(catalogue=SCRIPT))

    assert kind == PDF
    assert drawn.startswith(b"%PDF-")
    assert b"JavaScript" not in drawn


def test_a_small_pdf_that_unpacks_to_gigabytes_is_refused_and_the_site_stays_as_it_was():
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(LINES * 50_000) for _ in range(800)) + packer.flush()
    before = getrusage(RUSAGE_SELF).ru_maxrss

    with pytest.raises(NotAScan):
        cleaned(pdf(packed=packed))

    assert len(packed) < 6_000_000
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 100_000  # kilobytes


def test_a_pdf_that_takes_long_is_refused(monkeypatch):
    monkeypatch.setattr(scans, "LONGEST_WAIT", 0.01)
    with pytest.raises(NotAScan):
        cleaned(pdf())


def test_the_process_that_draws_gets_none_of_our_secrets(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "geheim")
    seen = {}
    monkeypatch.setattr(scans.subprocess, "run", lambda *_args, **options: seen.update(options))
    with pytest.raises(NotAScan):
        cleaned(pdf())
    assert set(seen["env"]) == {"PYTHONPATH", "PATH"}
    assert os.environ["SECRET_KEY"] == "geheim"


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "1", "L", "LA"])
def test_a_photo_of_any_kind_becomes_a_small_jpeg(mode):
    drawn, kind = cleaned(picture(mode, (3000, 1500)))

    assert kind == JPEG
    assert Image.open(io.BytesIO(drawn)).size == (2000, 1000)


def test_a_photo_with_too_many_pixels_is_refused():
    with pytest.raises(NotAScan):
        cleaned(picture("1", (10_000, 10_000)))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 and nothing more", b"GIF89a", b"\xff\xd8\xff broken"])
def test_what_is_no_scan_is_refused(data):
    with pytest.raises(NotAScan):
        cleaned(data)
