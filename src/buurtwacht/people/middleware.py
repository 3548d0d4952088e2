# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from . import doors

NOTED = "last_seen"  # in the session: when it was last written down that this device is used
NOTE_AGAIN_AFTER = timedelta(hours=6)


class SecondFactor:
    """Sends those with a duty to set up or show a second factor before anything that is not urgent.

    What happens at night must open with one factor: see SECOND_FACTOR_LATER in the settings.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.later = tuple(settings.SECOND_FACTOR_LATER)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        if request.path.startswith(self.later) or not request.user.is_authenticated:
            return None
        return doors.to_second_factor(request) if doors.lacks_second_factor(request) else None


class LastSeen:
    """Notes a few times a day that a device is in use, so that its owner can tell old sign-ins from new ones."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._note(request)
        return self.get_response(request)

    def _note(self, request: HttpRequest) -> None:
        now = timezone.now()
        noted = request.session.get(NOTED)
        if isinstance(noted, int) and now.timestamp() - noted < NOTE_AGAIN_AFTER.total_seconds():
            return
        request.session[NOTED] = int(now.timestamp())
        UserSession.objects.create_from_request(request)
