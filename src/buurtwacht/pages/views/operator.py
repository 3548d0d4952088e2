# SPDX-License-Identifier: EUPL-1.2
"""How the channels do, for whoever keeps this installation going."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from buurtwacht.pages import channel_board
from buurtwacht.people import access, doors
from buurtwacht.people.doors import PersonRequest


@require_safe
@never_cache
@doors.second_factor_required
def channels(request: PersonRequest) -> HttpResponse:
    """Queue age, errors, the circuit breaker and what is left of the limits, per channel. The page asks again."""
    access.operator_required(request.user)
    context = {"board": channel_board.board()}
    if request.htmx:
        return render(request, "pages/_channel_board.html", context)
    return render(request, "pages/channels.html", context)
