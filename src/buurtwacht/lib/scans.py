# SPDX-License-Identifier: EUPL-1.2
"""Paper that somebody photographed or scanned. What we keep is drawn anew, so nothing hidden in the file survives."""

import io
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from .errors import DomainError
from .pictures import TooManyPixels, Unopened, redrawn

MOST_BYTES = 10_000_000
MOST_PAGES = 4
LONGEST_WAIT = 25  # seconds for a PDF; a scan of four pages takes less than one
LONGEST_SIDE = 2000  # pixels: enough to read handwriting on A4
QUALITY = 80
PDF, JPEG = "application/pdf", "image/jpeg"


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
    """The first pages on fresh paper. It happens in a process that may not grow, nor take long: see `redrawing`."""
    with tempfile.TemporaryDirectory(prefix="scan-") as folder:
        (Path(folder) / "scan.pdf").write_bytes(data)
        drawn = Path(folder) / "drawn.pdf"
        command = [sys.executable, "-m", "buurtwacht.lib.redrawing", folder, str(MOST_PAGES)]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(  # noqa: S603 - our own program, with our own arguments
                command, env=_bare_environment(), capture_output=True, timeout=LONGEST_WAIT, check=False
            )
        if not drawn.exists() or drawn.stat().st_size > MOST_BYTES:
            raise NotAScan(_("We cannot open this file. Make a photo of the paper, or choose another file."))
        return drawn.read_bytes()


def _bare_environment() -> dict[str, str]:
    """Where Python finds us, and none of our secrets."""
    return {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PATH": os.environ.get("PATH", "")}


def _as_jpeg(data: bytes) -> bytes:
    try:
        clean = redrawn(io.BytesIO(data), LONGEST_SIDE)
    except TooManyPixels:
        raise NotAScan(_("This photo is too large. Choose a smaller one.")) from None
    except Unopened:
        raise NotAScan(_("We cannot open this file. Make a photo of the paper, or choose another file.")) from None
    small = io.BytesIO()
    clean.save(small, "JPEG", quality=QUALITY, optimize=True)
    return small.getvalue()
