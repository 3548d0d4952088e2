# SPDX-License-Identifier: EUPL-1.2
"""One page to follow, as other rooms write theirs. `?stale` gives it a token that opens nothing."""

import re

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from buurtwacht.config.urls import urlpatterns as site

PAGE = """
{% extends "pages/base.html" %}{% load live %}
{% block content %}
  <h1>{{ topic }}</h1>
  <p data-live-empty="{{ topic }}">Het is rustig</p>
  <ol data-live-list="{{ topic }}" data-live-announce="Nieuw bericht"><li id="first">Oud</li></ol>
  <form><label>Antwoord <input id="answer" name="answer"></label></form>
  {% live_stream topics %}
{% endblock %}
"""


def follow(request: HttpRequest, topic: str) -> HttpResponse:
    html = engines["django"].from_string(PAGE).render({"topic": topic, "topics": [topic]}, request)
    if "stale" in request.GET:
        html = re.sub(r'data-live-token="[^"]*"', 'data-live-token="s1.x.y"', html)
    return HttpResponse(html)


urlpatterns = [path("volg/<str:topic>/", follow), *site]
