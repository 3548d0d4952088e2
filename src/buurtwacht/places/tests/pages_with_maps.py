# SPDX-License-Identifier: EUPL-1.2
"""Two pages with a map, for the browser: one to look at, one to move the pin on."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from buurtwacht.config.urls import urlpatterns as site_urls

HERE = {"latitude": 52.0412, "longitude": 5.6631}
PAGE = """{% extends "pages/base.html" %}{% load places %}
{% block title %}Kaart{% endblock %}
{% block content %}<h1 class="utrecht-heading-1">Waar?</h1>
<form>{% if move %}
  <label for="id_latitude">Breedte</label><input id="id_latitude" name="latitude">
  <label for="id_longitude">Lengte</label><input id="id_longitude" name="longitude">
{% endif %}
{% street_map here label move=move latitude_input="id_latitude" longitude_input="id_longitude" %}
</form>{% endblock %}"""


def page(request: HttpRequest, move: bool = False, empty: bool = False) -> HttpResponse:
    from buurtwacht.groups.models import WatchGroup

    group = WatchGroup.objects.select_related("area").get(slug="vogelbuurt")
    words = {
        "group": group,
        "here": None if empty else HERE,
        "label": "Kaart: brandgang bij de Merelweg",
        "move": move,
    }
    return HttpResponse(engines["django"].from_string(PAGE).render(words, request))


urlpatterns = [
    path("kaart/", page),
    path("kaart/schuiven/", page, {"move": True}),
    path("kaart/zetten/", page, {"move": True, "empty": True}),
    *site_urls,
]
