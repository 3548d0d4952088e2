# SPDX-License-Identifier: EUPL-1.2
"""The gate before joining, for who came by a link: the leaflets, until there is a workshop."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.applying.speech import frame_of, speak_as
from buurtwacht.enrolment.welcome import access, papers, queries, services
from buurtwacht.people.doors import PersonRequest, second_factor_required

from .leaflets import as_file


@require_safe
@never_cache
def gate(request: HttpRequest, token: str) -> HttpResponse:
    """The five leaflets, and which of them have been read."""
    application = access.applicant_by(token)
    group = application.group
    speak_as(group, request)
    context = frame_of(group) | {
        "application": application,
        "token": token,
        "shelf": queries.shelf_of(group, application),
        "is_required": group.policy.gate == "required_or_starter_pack",
    }
    return render(request, "enrolment/welcome/gate.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def leaflet(request: HttpRequest, token: str, code: str) -> HttpResponse:
    """One leaflet, with the confirmation under it."""
    application = access.applicant_by(token)
    group = application.group
    speak_as(group, request)
    found = access.leaflet_of(group, code)
    if request.method == "POST":
        services.confirm_reading(found, group, reader=application)
        following = queries.shelf_of(group, application).first_unread
        return (
            redirect("application_leaflet", token, following.code) if following else redirect("application_gate", token)
        )
    context = frame_of(group) | {
        "token": token,
        "leaflet": found,
        "points": found.lines(group.policy.emergency_number),
        "is_read": found.code in queries.codes_read(application),
    }
    return render(request, "enrolment/welcome/leaflet.html", context)


@require_safe
def pdf(request: HttpRequest, token: str) -> HttpResponse:
    """The leaflets on paper."""
    group = access.applicant_by(token).group
    speak_as(group, request)
    return as_file(papers.pack_pdf(group), _("starter-pack"))


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def attended(request: PersonRequest, slug: str, application_id: UUID) -> HttpResponse:
    """A coordinator says that somebody was at the workshop."""
    application = access.applicant_at_the_gate(request.user, slug, application_id)
    if request.method == "POST":
        services.attend_workshop(application, by=request.user)
        messages.success(request, _("Noted: %(name)s was at the workshop.") % {"name": application.first_name})
        return redirect("desk", slug)
    context = {"application": application, "group": application.group}
    return render(request, "enrolment/welcome/attended.html", context)
