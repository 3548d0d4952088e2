# SPDX-License-Identifier: EUPL-1.2
"""Paper that somebody photographed or scanned. What we keep is drawn anew, so nothing hidden in the file survives."""

import io
import tempfile
import warnings
from pathlib import Path
from typing import IO

import typst
from django.utils.translation import gettext as _
from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

from .errors import DomainError

MOST_BYTES = 10_000_000
MOST_PAGES = 4
LONGEST_SIDE = 2000  # pixels: enough to read handwriting on A4
MOST_PIXELS = 60_000_000  # a small file can unpack to gigabytes
QUALITY = 80
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
PDF, JPEG = "application/pdf", "image/jpeg"

_PAGES = """#set page(width: auto, height: auto, margin: 0mm)
#let last = int(sys.inputs.last)
#for n in range(1, last + 1) { image("scan.pdf", page: n); if n < last { pagebreak() } }"""

register_heif_opener()


class NotAScan(DomainError):
    """It cannot be opened, or should not be."""


def clean_scan(file: IO[bytes], size: int) -> tuple[bytes, str]:
    """A photo as JPEG without metadata, or the first pages of a PDF without scripts and attachments; and which of both.

    `size` is in bytes. Raises `NotAScan` with a sentence that says what to do instead.
    """
    if size > MOST_BYTES:
        raise NotAScan(
            _("This file is too large. At most %(most)s MB is possible.") % {"most": MOST_BYTES // 1_000_000}
        )
    data = file.read(MOST_BYTES + 1)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return _redrawn(data), PDF
    return _as_jpeg(data), JPEG


def _redrawn(data: bytes) -> bytes:
    """The pages set on fresh paper by typst. It takes their drawing and nothing else."""
    with tempfile.TemporaryDirectory(prefix="scan-") as folder:
        (Path(folder) / "scan.pdf").write_bytes(data)
        page = Path(folder) / "page.typ"
        page.write_text(_PAGES)
        drawn = b""
        for last in range(1, MOST_PAGES + 1):
            try:
                drawn = bytes(typst.compile(str(page), root=folder, sys_inputs={"last": str(last)}))
            except typst.TypstError:
                break
    if not drawn:
        raise NotAScan(_("We cannot open this file. Make a photo of the paper, or choose another file."))
    return drawn


def _as_jpeg(data: bytes) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise NotAScan(_("This photo is too large. Choose a smaller one."))
                image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                upright = ImageOps.exif_transpose(image).convert("RGB")
    except NotAScan:
        raise
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NotAScan(_("We cannot open this file. Make a photo of the paper, or choose another file.")) from None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    small = io.BytesIO()
    clean.save(small, "JPEG", quality=QUALITY, optimize=True)
    return small.getvalue()
