# SPDX-License-Identifier: EUPL-1.2
from urllib.parse import quote

from django.http import HttpResponse


def file_answer(content: bytes, media_type: str, name: str) -> HttpResponse:
    """A file to keep. It never opens inside our pages."""
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    return HttpResponse(content, media_type, headers={"Content-Disposition": disposition, "Cache-Control": "no-store"})
