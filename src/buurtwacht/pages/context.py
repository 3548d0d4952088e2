# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from . import menu
from .hats import hats_of


def frame(request: HttpRequest) -> dict[str, Any]:
    """What the frame around every page needs. Worked out only when a template really shows it."""
    return {
        "demo": settings.DEMO,
        "sos": SimpleLazyObject(
            lambda: {"number": hats_of(request).emergency_number, "called_at": None, "quiet": False}
        ),
        "menu": SimpleLazyObject(lambda: menu.menu_for(request)),
        "place": SimpleLazyObject(lambda: hats_of(request).place),
        "own_groups": SimpleLazyObject(lambda: hats_of(request).groups),
        "spoken": settings.LANGUAGES,
    }
