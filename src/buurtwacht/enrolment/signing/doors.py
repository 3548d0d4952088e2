# SPDX-License-Identifier: EUPL-1.2
"""The door in front of pages with data about members."""

from functools import wraps
from typing import ParamSpec
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from buurtwacht.people.doors import Door, PersonRequest, View, second_factor_required

from .access import Unsigned, members_data_for

P = ParamSpec("P")


def confidentiality_required(view: View[P]) -> Door[P]:
    """Let a coordinator in who signed the confidentiality agreement; who has not signs first and then comes back.

    For views that get the slug of the group. The second factor is asked before anything else.
    """

    @wraps(view)
    def guarded(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        slug = str(kwargs["slug"])
        try:
            members_data_for(request.user, slug)
        except Unsigned:
            return to_confidentiality(request, slug)
        return view(request, *args, **kwargs)

    return second_factor_required(guarded)


def to_confidentiality(request: PersonRequest, slug: str) -> HttpResponse:
    """To the page where the agreement is signed, and back here after that."""
    after = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("desk", args=[slug])
    url = f"{reverse('confidentiality', args=[slug])}?{urlencode({'next': after})}"
    return HttpResponseClientRedirect(url) if request.htmx else HttpResponseRedirect(url)
