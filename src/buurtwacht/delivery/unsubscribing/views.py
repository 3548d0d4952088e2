# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from buurtwacht.people.queries import contact_points_of
from buurtwacht.people.services import switch_contact_point

from . import access


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_exempt  # mail programs post here by themselves; the token in the address is what they prove
@never_cache
def mail_off(request: HttpRequest, token: str) -> HttpResponse:
    """A page with one button. Looking at it changes nothing: mail programs open links to see whether they are safe."""
    point = access.reader_of(token)
    if request.method == "POST":
        wanted = request.POST.get("on") == "yes"
        if point.is_on != wanted:
            point = switch_contact_point(point, on=wanted)
    ways = [way for way in contact_points_of(point.person) if way.is_on and not way.gone_at and way.pk != point.pk]
    with translation.override(point.person.language):
        return render(request, "delivery/mail_off.html", {"point": point, "is_only_way": not ways})
