# SPDX-License-Identifier: EUPL-1.2
"""Slowing a group down for a while."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.groups import access, services
from buurtwacht.groups.forms.pace import PaceForm
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def pace(request: PersonRequest, slug: str) -> HttpResponse:
    """A wait between additions, and for a while only announcements."""
    found = access.group_to_coordinate(request.user, slug)
    form = PaceForm(request.POST or None, group=found)
    if form.is_valid():
        services.slow_down(found, form.pause, by=request.user)
        services.announce_only(found, form.until, by=request.user)
        messages.success(request, _("This is kept."))
        return redirect("desk_pace", slug)
    return render(request, "groups/pace.html", {"group": found, "form": form}, status=400 if form.errors else 200)
