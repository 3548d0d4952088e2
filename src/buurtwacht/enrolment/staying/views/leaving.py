# SPDX-License-Identifier: EUPL-1.2
"""Leaving a group: one page with one button, and then what is kept and for how long."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.staying import queries, services
from buurtwacht.enrolment.staying.forms import LeaveForm
from buurtwacht.groups.access import membership_for
from buurtwacht.people.doors import PersonRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def leave(request: PersonRequest, slug: str) -> HttpResponse:
    """The second click. The first one led here."""
    membership = membership_for(request.user, slug)
    form = LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.leave_group(membership, by=request.user, reason=form.cleaned_data["reason"])
        return redirect("left")
    context = {
        "group": membership.group,
        "form": form,
        "hands_over_first": services.is_last_coordinator(membership),
        "move": queries.move_of(membership),
    }
    return render(request, "enrolment/staying/leave.html", context, status=400 if form.errors else 200)


@require_safe
@member_required
def left(request: PersonRequest) -> HttpResponse:
    """Goodbye, for who still takes part elsewhere or has a task, and for who does not."""
    return render(request, "enrolment/staying/left.html", {"is_elsewhere": queries.is_elsewhere(request.user)})
