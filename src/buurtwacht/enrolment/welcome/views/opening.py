# SPDX-License-Identifier: EUPL-1.2
"""A neighbour opens an invitation: counted once per browser, and then on to the form."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from buurtwacht.enrolment.welcome import queries, rules, services
from buurtwacht.enrolment.welcome.forms import CodeForm

OPENED = "uitnodiging"  # a cookie until the browser closes, with the code and nothing else


@require_safe
@never_cache
def opened(request: HttpRequest, code: str) -> HttpResponse:
    """From the square or the link to the form of this group."""
    found = queries.live_invitation(rules.clean_code(code))
    if found is None:
        return render(request, "enrolment/welcome/over.html", status=404)
    response = redirect(f"{reverse('apply', args=[found.group.slug])}?{urlencode({'uitnodiging': found.code})}")
    if _is_first_opening(request, found.code):
        services.count_opening(found)
        response.set_cookie(OPENED, found.code, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return response


@require_safe
@never_cache
def typed(request: HttpRequest) -> HttpResponse:
    """For who types the code from a letter."""
    form = CodeForm(request.GET) if "code" in request.GET else CodeForm()
    if form.is_valid():
        code = rules.clean_code(form.cleaned_data["code"])
        if queries.live_invitation(code):
            return redirect("invitation", code)
        form.add_error("code", _("We do not know this code. Look once more at your letter."))
    return render(request, "enrolment/welcome/typed.html", {"form": form}, status=400 if form.errors else 200)


def _is_first_opening(request: HttpRequest, code: str) -> bool:
    """Somebody, not a program that looks ahead; and not the same browser again."""
    looks_ahead = "prefetch" in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    robot = looks_ahead or rules.is_robot(request.headers.get("User-Agent", ""))
    return request.method == "GET" and not robot and request.COOKIES.get(OPENED) != code
