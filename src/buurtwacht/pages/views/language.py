# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from buurtwacht.people.services import change_language

YEAR = 365 * 24 * 60 * 60  # seconds


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language of the pages: kept with the person, or in a cookie for a visitor."""
    chosen = request.POST.get("language", "")
    back = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if safe else "/")
    if chosen in dict(settings.LANGUAGES):
        if request.user.is_authenticated:
            change_language(request.user, chosen)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, chosen, max_age=YEAR, samesite="Lax", secure=settings.SECURE, httponly=True
        )
    return response
