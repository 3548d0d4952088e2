# SPDX-License-Identifier: EUPL-1.2
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.http import HttpResponse

if TYPE_CHECKING:
    from buurtwacht.groups.models import WatchGroup


def frame_of(group: "WatchGroup") -> dict[str, Any]:
    """What stands around a page for somebody who is no member yet: the number of this group, and its name."""
    return {
        "group": group,
        "sos": {"number": group.policy.emergency_number, "called_at": None, "quiet": False},
        "place": f"{group.name}, {group.organisation.name}",
    }


def file_answer(content: bytes, media_type: str, name: str) -> HttpResponse:
    """A file to keep. It never opens inside our pages."""
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    return HttpResponse(content, media_type, headers={"Content-Disposition": disposition, "Cache-Control": "no-store"})
