# SPDX-License-Identifier: EUPL-1.2
"""What the messages of a group cost, and where that stops."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.groups import access, services
from buurtwacht.groups.ceiling import spending_of
from buurtwacht.groups.forms.costs import CostsForm
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def costs(request: PersonRequest, slug: str) -> HttpResponse:
    """What was spent this month, and the ceiling."""
    found = access.group_to_manage(request.user, slug)
    form = CostsForm(request.POST or None, group=found)
    if form.is_valid():
        services.set_ceiling(found, form.ceiling, by=request.user)
        messages.success(request, _("This is kept."))
        return redirect("desk_costs", slug)
    return render(request, "groups/costs.html", {"group": found, "form": form, "spending": spending_of(found)})
