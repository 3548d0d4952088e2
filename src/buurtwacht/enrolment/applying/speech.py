# SPDX-License-Identifier: EUPL-1.2
"""In which language a group speaks to a visitor, and which emergency number stands above its pages."""

from typing import Any

from django.http import HttpRequest
from django.utils import translation

from buurtwacht.groups.models import WatchGroup

from . import routes


def speak_as(group: WatchGroup, request: HttpRequest) -> str:
    """Use the words of the group's region for a visitor who reads its language: Dutch of Belgium in Belgium.

    Returns the language that is active from now on, for this page and for mails about what is sent from it.
    """
    language = translation.get_language() or group.organisation.language
    theirs = group.organisation.language
    if language.split("-")[0] == theirs.split("-")[0]:
        language = theirs
    translation.activate(language)
    request.LANGUAGE_CODE = language
    return language


def frame_of(group: WatchGroup) -> dict[str, Any]:
    """What the frame of a page about this group shows to a visitor: its own number, and its name."""
    return {
        "group": group,
        "place": f"{group.name}, {group.organisation.name}",
        "ask_url": ask_url(group),
        "sos": {"number": group.policy.emergency_number, "called_at": None, "quiet": False},
    }


def ask_url(group: WatchGroup) -> str:
    """Where a visitor asks the coordinator something, without either seeing the other's address (R079)."""
    contact = routes.path_of("contact", group.organisation.slug)
    return f"{contact}?groep={group.slug}" if contact else routes.path_of("question")
