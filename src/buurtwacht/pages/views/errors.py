# SPDX-License-Identifier: EUPL-1.2
"""Pages for when something went wrong. Each says what to do next, and each has the emergency number."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

SHORTEST_TEXT = 12  # shorter than this is an answer to a choice, and quickly made again


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or came from elsewhere. What somebody wrote stays readable, for that person only."""
    here = f"{request.scheme}://{request.get_host()}"
    ours = request.headers.get("Origin", here) == here
    texts = [text for values in request.POST.lists() for text in values[1] if ours and len(text) >= SHORTEST_TEXT]
    token = request.POST.get("csrfmiddlewaretoken", "")
    back = urlsplit(request.headers.get("Referer", "")).path if ours else ""
    context = {"texts": [text for text in texts if text != token], "back": back or request.path}
    return render(request, "pages/stale_form.html", context, status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Something of ours broke. Made without the database, because that may be what broke."""
    page = render_to_string("pages/broken.html", {"number": settings.EMERGENCY_NUMBER})
    return HttpResponse(page, status=500)
