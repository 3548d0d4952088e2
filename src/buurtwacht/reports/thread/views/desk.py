# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's desk: one queue, how the group is, and who stands in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.groups import services as groups
from buurtwacht.groups.access import group_to_coordinate
from buurtwacht.groups.queries import groups_coordinated_by, memberships_of
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.people.doors import PersonRequest, second_factor_required
from buurtwacht.reports.thread import forms, queries


@require_safe
@second_factor_required
@never_cache
def desks(request: PersonRequest) -> HttpResponse:
    """To the desk of the group that one coordinates; of several, a choice."""
    groups = list(groups_coordinated_by(request.user).order_by("name"))
    if not groups:
        raise NotFound(_("There is no such page."))
    if len(groups) == 1:
        return redirect("desk", groups[0].slug)
    return render(request, "reports/thread/desks.html", {"groups": groups})


@require_safe
@second_factor_required
@never_cache
def desk(request: PersonRequest, slug: str) -> HttpResponse:
    """Screen 07: what to do, most urgent first."""
    group = group_to_coordinate(request.user, slug)
    return render(request, "reports/thread/desk.html", {"group": group, "desk": queries.desk_of(group, request.user)})


@require_safe
@second_factor_required
def figures(request: PersonRequest, slug: str) -> HttpResponse:
    """The meters of the desk, as a table."""
    group = group_to_coordinate(request.user, slug)
    return render(
        request, "reports/thread/figures.html", {"group": group, "desk": queries.desk_of(group, request.user)}
    )


@require_safe
@second_factor_required
@never_cache
def reports(request: PersonRequest, slug: str) -> HttpResponse:
    """Every report of the group that still has words."""
    group = group_to_coordinate(request.user, slug)
    context = {
        "group": group,
        "desk": queries.desk_of(group, request.user),
        "listing": queries.reports_for(request.user, memberships_of(request.user).filter(group=group)),
    }
    return render(request, "reports/thread/desk_reports.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def deputy(request: PersonRequest, slug: str) -> HttpResponse:
    """Away for a while: somebody stands in, until a day."""
    group = group_to_coordinate(request.user, slug)
    desk = queries.desk_of(group, request.user)
    if desk.own is None or desk.is_shared:
        raise DomainError(_("You stand in yourself. Only the coordinator chooses who does."))
    if "end" in request.POST and desk.deputy:
        groups.end_deputy(desk.deputy, by=request.user)
        messages.success(request, _("You are on duty again yourself."))
        return redirect("desk", slug)
    form = forms.DeputyForm(
        request.POST or None, candidates=queries.candidates_for(desk.own), initial={"deputy": desk.deputy}
    )
    if form.is_valid():
        told = form.cleaned_data
        groups.set_deputy(desk.own, told["deputy"], last_day=told["last_day"], by=request.user)
        messages.success(request, _("%(name)s stands in for you.") % {"name": told["deputy"].person.first_name})
        return redirect("desk", slug)
    return render(request, "reports/thread/deputy.html", {"group": group, "desk": desk, "form": form})
