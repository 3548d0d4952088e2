# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's side: who stands at the door, and letting them in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.enrolment.checking import access, forms, queries, services
from buurtwacht.enrolment.signing.doors import confidentiality_required
from buurtwacht.groups.access import group_to_coordinate
from buurtwacht.people.doors import PersonRequest, second_factor_required


@never_cache
@require_safe
@second_factor_required
def applications(request: PersonRequest, slug: str) -> HttpResponse:
    """Everybody at the door: a first name and a street, until they are approved (R076).

    The number of a house where the coordinator is asked to come by shows to who promised to keep it private.
    """
    group = group_to_coordinate(request.user, slug)
    entrance = queries.entrance_of(group, request.user)
    for waiting in entrance.to_visit if entrance.has_promised else ():
        services.note_details_seen(waiting.application, by=request.user, fields="address")
    context = {"group": group, "entrance": entrance}
    return render(request, "enrolment/checking/applications.html", context)


@never_cache
@require_safe
@confidentiality_required
def details(request: PersonRequest, slug: str, application_id: UUID) -> HttpResponse:
    """Name, phone and address of somebody whom the police agreed with. That it was looked at is in the journal."""
    application = access.approved_to_coordinate(request.user, slug, application_id)
    services.note_details_seen(application, by=request.user)
    context = {
        "group": application.group,
        "application": application,
        "waits_for_you": queries.waits_for_admission(application),
    }
    return render(request, "enrolment/checking/details.html", context)


@require_POST
@second_factor_required
def let_in(request: PersonRequest, slug: str, application_id: UUID) -> HttpResponse:
    """One tap."""
    application = access.application_to_coordinate(request.user, slug, application_id)
    name = application.first_name
    services.admit(application, by=request.user)
    messages.success(request, _("%(name)s takes part now, and gets a mail about it.") % {"name": name})
    return redirect("desk_applications", slug)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def turn_away(request: PersonRequest, slug: str, application_id: UUID) -> HttpResponse:
    """Not let in: a reason for the figures, and a neutral letter."""
    application = access.application_to_coordinate(request.user, slug, application_id)
    form = forms.ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.turn_away(application, form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("A neutral letter is on its way. In thirty days nothing is left of it."))
        return redirect("desk_applications", slug)
    context = {"group": application.group, "form": form, "name": queries.listed_name(application)}
    return render(request, "enrolment/checking/turn_away.html", context)


@require_POST
@second_factor_required
def visited(request: PersonRequest, slug: str, proof_id: UUID) -> HttpResponse:
    """The coordinator has been there, or found nobody."""
    proof = access.visit_to_make(request.user, slug, proof_id)
    found = "found" in request.POST
    services.note_visit(proof, by=request.user, found=found)
    words = _("Thank you. The address is checked.") if found else _("The neighbour is asked to choose another way.")
    messages.success(request, words)
    return redirect("desk_applications", slug)
