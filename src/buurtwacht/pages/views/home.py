# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from buurtwacht.groups.access import check_welcomed
from buurtwacht.pages.hats import Hats, hats_of
from buurtwacht.pages.home import home_of


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """The first page: for a member what is going on, for an official their own desk, for a visitor what this is."""
    if not request.user.is_authenticated:
        return render(request, "pages/welcome.html")
    hats = hats_of(request)
    if not hats.memberships and (elsewhere := _desk_of(hats)):
        return redirect(elsewhere)
    check_welcomed(*hats.memberships)
    return render(request, "pages/home.html", {"home": home_of(request.user, hats, request.LANGUAGE_CODE)})


def _desk_of(hats: Hats) -> str:
    """The page of somebody who is in no group but works for an organisation."""
    if hats.roles.officer:
        return "dossiers:desk"
    if hats.roles.official:
        return "municipality"
    return "oversight" if hats.roles.auditor else ""
