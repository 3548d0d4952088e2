# SPDX-License-Identifier: EUPL-1.2
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from buurtwacht.lib.errors import DomainError
from buurtwacht.people import doors, queries, services
from buurtwacht.people.doors import PersonRequest
from buurtwacht.people.forms import OrderForm


@require_http_methods(["GET", "HEAD", "POST"])
@doors.member_required
def order(request: PersonRequest) -> HttpResponse:
    """When an alarm is tried in which way: the member's own order."""
    form = OrderForm(request.POST or None, points=queries.contact_points_of(request.user))
    if form.is_valid():
        try:
            services.order_ways(request.user, form.steps(), off=form.off())
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("phone")
    return render(request, "people/order.html", {"form": form}, status=400 if form.errors else 200)
