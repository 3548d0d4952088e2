# SPDX-License-Identifier: EUPL-1.2
"""Start a group: first where, then what; after that the same form as for everybody who joins."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from buurtwacht.enrolment.applying.drafts import Draft, keep
from buurtwacht.groups.starting import STEPS
from buurtwacht.outreach import limits, queries, services
from buurtwacht.outreach.finding import Finding, Found, find_group
from buurtwacht.outreach.forms import AddressForm, PlanForm
from buurtwacht.outreach.frame import frame_of

ADDRESS, PLAN = "adres", "plan"
TICKED = "on"  # what a browser sends for a box that is ticked


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Where do you live? When there is a group already, that one; else what the new one is to be."""
    asked = request.POST.get("stap") if request.method == "POST" else ""
    form = AddressForm(request.POST or None, country=queries.country_of(queries.only_organisation()))
    finding = None
    plan: PlanForm | None = None
    if asked and form.is_valid():
        limits.check_pace(request, limits.STARTING)
        finding = find_group(form.address, organisation=queries.only_organisation())
        if finding.kind == Found.NO_GROUP and finding.area:
            plan = PlanForm(request.POST if asked == PLAN else None, initial={"name": finding.area.name})
            if asked == PLAN and plan.accepts():
                return _begin(request, finding, form, plan)
    context: dict[str, Any] = {"form": form, "plan": plan, "finding": finding, "steps": STEPS.values()}
    organisation = finding.organisation if finding else queries.only_organisation()
    response = render(request, "outreach/start_group.html", context | frame_of(organisation))
    response["Cache-Control"] = "private, no-store"
    return response


def _begin(request: HttpRequest, finding: Finding, form: AddressForm, plan: PlanForm) -> HttpResponse:
    """Write the idea down, and lead the initiator to the form with the address in it."""
    by = request.user if request.user.is_authenticated else None
    told = plan.cleaned_data
    group = services.start_group(
        finding.organisation,  # type: ignore[arg-type]  # there is one: the address led to NO_GROUP
        finding.area,  # type: ignore[arg-type]
        name=told["name"],
        goal=told["goal"],
        needed=told["needed"],
        shown=plan.shown,
        by=by,
    )
    values = {name: value for name in ("postcode", "house_number", "street") if (value := form.cleaned_data[name])}
    keep(request, Draft(values=values | {"wants_to_coordinate": TICKED}))
    return redirect("apply", group.slug)
