# SPDX-License-Identifier: EUPL-1.2
"""The film and its captions, whole or in pieces: some browsers only play what they can get in pieces."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from buurtwacht.lib.errors import NotFound
from buurtwacht.outreach import access, films

PIECE = 64 * 1024  # bytes
_RANGE = re.compile(r"^bytes=(\d{1,15})-(\d{0,15})$")  # one range (RFC 9110, section 14.1.2); others get all of it


@require_safe
def film(request: HttpRequest, organisation: str, name: str) -> HttpResponseBase:
    """One file, or the piece of it that the browser asks for."""
    found = films.file_of(access.organisation_called(organisation), name)
    if found is None:
        raise NotFound(_("There is no such page."))
    path, kind = found
    size = path.stat().st_size
    first, last, is_part = _asked(request.headers.get("Range", ""), size)
    response = StreamingHttpResponse(_read(path, first, last), status=206 if is_part else 200, content_type=kind)
    response["Accept-Ranges"] = "bytes"
    response["Content-Length"] = str(last - first + 1)
    response["Cache-Control"] = "public, max-age=86400"
    if is_part:
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
    return response


def _asked(header: str, size: int) -> tuple[int, int, bool]:
    """The first and the last byte, and whether that is a part."""
    match = _RANGE.match(header)
    if match is None or int(match[1]) >= size:
        return 0, size - 1, False
    first = int(match[1])
    last = min(int(match[2]), size - 1) if match[2] else size - 1
    return (first, last, True) if last >= first else (0, size - 1, False)


def _read(path: Path, first: int, last: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(first)
        left = last - first + 1
        while left > 0 and (piece := file.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
