# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.groups.access import group_to_report_in
from buurtwacht.people.doors import PersonRequest, member_required
from buurtwacht.reports.flow.private_note import keep_words
from buurtwacht.reports.flow.screen import context_of
from buurtwacht.reports.flow.turn import first_turn, take_turn


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def write(request: PersonRequest, slug: str) -> HttpResponse:
    """The steps of SAAR on one address. Nothing is kept here until it is shared: the form carries the draft."""
    group = group_to_report_in(request.user, slug)
    if request.method != "POST":
        return render(request, "reports/flow/write.html", context_of(first_turn(group), request.user))
    turn = take_turn(group, request.POST, request.FILES, request.user)
    if turn.report is not None:
        if turn.left_out:
            keep_words(request.session, turn.report.pk, turn.left_out)
        return _to_the_end(request, reverse("report_shared", args=[turn.report.pk]))
    return render(request, "reports/flow/write.html", context_of(turn, request.user))


def _to_the_end(request: PersonRequest, address: str) -> HttpResponse:
    """A script gets the address only, so that a slow network carries the next page once."""
    if "X-Flow" in request.headers:
        return HttpResponse(status=204, headers={"X-Location": address})
    return redirect(address)
