# SPDX-License-Identifier: EUPL-1.2
"""Doors in front of views: signed in, and for those with a duty a second factor."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeGuard
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from .duties import asks_second_factor, needs_second_factor
from .models import Person

__all__ = [
    "KEY",
    "PersonRequest",
    "asks_second_factor",
    "fresh_proof_required",
    "has_second_factor",
    "lacks_second_factor",
    "member_required",
    "needs_second_factor",
    "second_factor_required",
    "to_second_factor",
]

P = ParamSpec("P")


class PersonRequest(HttpRequest):
    """A request of somebody who is signed in: what views behind these doors get."""

    user: Person
    htmx: HtmxDetails


View = Callable[Concatenate[PersonRequest, P], HttpResponse]
Door = Callable[Concatenate[HttpRequest, P], HttpResponse]

# In the session, on the server, so that a visitor cannot write it. True: tests and the demo let somebody through.
# False: the last second factor was taken away. Absent, as it mostly is: ask how the person signed in.
KEY = "second_factor"


def has_second_factor(request: HttpRequest) -> bool:
    """Did whoever makes this request prove in a second way who they are? A passkey counts as both ways."""
    if KEY in request.session:
        return request.session[KEY] is True
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def member_required(view: View[P]) -> Door[P]:
    """Let only those in who are signed in; others sign in first and then come back."""
    door: Any = login_required(view)
    guarded: Door[P] = door
    return guarded


def second_factor_required(view: View[P]) -> Door[P]:
    """Let somebody with a duty in only after a second factor. Who has none is no business of this door."""

    @wraps(view)
    def guarded(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if lacks_second_factor(request):
            return to_second_factor(request)
        return view(request, *args, **kwargs)

    return member_required(guarded)


def fresh_proof_required(view: View[P]) -> View[P]:
    """Ask somebody who has a second factor to show it again, unless they did so a moment ago."""
    guarded: View[P] = reauthentication_required(app="allauth.account")(view)
    return guarded


def lacks_second_factor(request: HttpRequest) -> TypeGuard[PersonRequest]:
    """Is a second factor asked of this person, and not given in this session?"""
    person = request.user
    return isinstance(person, Person) and not has_second_factor(request) and needs_second_factor(person)


def to_second_factor(request: PersonRequest) -> HttpResponse:
    """To the page that asks for the second factor, or explains how to set one up."""
    methods = get_adapter().get_reauthentication_methods(request.user)
    page = methods[0]["url"] if methods else reverse("second_factor")
    after = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
    url = f"{page}?{urlencode({'next': after})}"
    return HttpResponseClientRedirect(url) if request.htmx else HttpResponseRedirect(url)
