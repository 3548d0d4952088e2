# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from buurtwacht.people import doors, queries
from buurtwacht.people.doors import PersonRequest
from buurtwacht.people.repairing.devices import repairs_for


@require_safe
@doors.member_required
@never_cache
def repair(request: PersonRequest) -> HttpResponse:
    """My phone stays silent: steps for each of one's devices, a test, and another way when nothing helps."""
    own, others = repairs_for(request.user, request.headers.get("User-Agent", ""))
    context = {"card": queries.phone_card(request.user), "own": own, "others": others}
    return render(request, "people/repair.html", context)
