# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from buurtwacht.people.viewing import reference_of

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
        "viewer": SimpleLazyObject(lambda: _viewer(request)),
    }


def _viewer(request: HttpRequest) -> str:
    """The mark of who is signed in; nothing for a stranger, who sees only what everybody may see."""
    person = getattr(request, "user", None)
    return reference_of(person) if person and person.is_authenticated else ""
