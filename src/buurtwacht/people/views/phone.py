# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from buurtwacht.channels.webpush.vapid import public_key
from buurtwacht.lib.errors import DomainError
from buurtwacht.people import access, device_names, doors, queries, services
from buurtwacht.people.doors import PersonRequest
from buurtwacht.people.forms import PreferencesForm, SubscriptionForm


@require_http_methods(["GET", "HEAD", "POST"])
@doors.member_required
def phone(request: PersonRequest) -> HttpResponse:
    """How somebody is reached, and what may sound when."""
    person = request.user
    kept = {name: getattr(person, name) for name in PreferencesForm.base_fields}
    form = PreferencesForm(request.POST or None, initial=kept)
    if form.is_valid():
        services.change_preferences(person, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("phone")
    context = {
        "card": queries.phone_card(person),
        "form": form,
        "is_on_here": queries.takes_alerts_here(person, request.session.session_key),
        "offers": queries.offers(person),
        "key": public_key() if queries.takes_push() else "",
        "ways": queries.contact_points_of(person),
    }
    return render(request, "people/phone.html", context, status=400 if form.errors else 200)


@require_safe
@doors.member_required
@vary_on_headers("HX-Request")
def proof(request: PersonRequest) -> HttpResponse:
    """How the last test went. The page asks again while one is under way."""
    if not request.htmx:
        return redirect("phone")
    return render(request, "people/_phone_card.html", {"card": queries.phone_card(request.user)})


@require_POST
@doors.member_required
def test(request: PersonRequest) -> HttpResponse:
    """Ask for a test alarm."""
    person = services.ask_test(request.user)
    if request.htmx:
        return render(request, "people/_phone_card.html", {"card": queries.phone_card(person)})
    messages.success(request, _("A test is on its way. You see it within a few seconds."))
    return redirect("phone")


@require_POST
@doors.member_required
def test_one(request: PersonRequest, contact_point_id: UUID) -> HttpResponse:
    """Ask for a test alarm in one way."""
    point = access.contact_point_for(request.user, contact_point_id)
    services.ask_test(request.user, only=point)
    messages.success(request, _("A test is on its way. You see it within a few seconds."))
    return redirect("phone")


@require_POST
@doors.member_required
def subscribe(request: PersonRequest) -> HttpResponse:
    """Let this browser take alerts. Called by a script, so it answers with data."""
    form = SubscriptionForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"message": _("This browser gave us nothing to send to. Try again.")}, status=400)
    label = device_names.device_name(request.headers.get("User-Agent", ""))
    try:
        services.subscribe_push(
            request.user,
            form.cleaned_data["subscription"],
            label=label,
            session_key=request.session.session_key,
        )
    except DomainError as refusal:
        return JsonResponse({"message": str(refusal)}, status=400)
    return JsonResponse({"label": label, "site": settings.SITE_URL}, status=201)


@require_POST
@doors.member_required
def switch(request: PersonRequest, contact_point_id: UUID) -> HttpResponse:
    """Use one way to be reached, or leave it unused."""
    point = access.contact_point_for(request.user, contact_point_id)
    services.switch_contact_point(point, on=request.POST.get("on") == "yes", by=request.user)
    return redirect("phone")
