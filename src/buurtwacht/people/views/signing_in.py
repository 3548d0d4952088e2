# SPDX-License-Identifier: EUPL-1.2
from allauth.mfa.webauthn import views as webauthn
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.people import access, doors, queries
from buurtwacht.people.doors import PersonRequest


@require_safe
def join(request: HttpRequest) -> HttpResponse:
    """Nobody signs up alone: how to take part."""
    return render(request, "people/join.html")


@require_safe
@doors.member_required
def second_factor(request: PersonRequest) -> HttpResponse:
    """Why some people need a second step, and the two ways to set one up."""
    if queries.has_authenticator(request.user):
        return redirect("mfa_index")
    return render(request, "people/second_factor.html", {"is_needed": doors.needs_second_factor(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
@doors.member_required
def remove_passkey(request: PersonRequest, pk: int) -> HttpResponse:
    """Remove a passkey, unless a task needs it."""
    access.passkey_to_remove(request.user, pk)
    response: HttpResponse = webauthn.remove_webauthn(request, pk=pk)
    return response
