# SPDX-License-Identifier: EUPL-1.2
"""The same leaflets for members: to read again, and where the group recommends it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.welcome import access, papers, queries, services
from buurtwacht.groups.access import group_for
from buurtwacht.people.doors import PersonRequest, member_required


@require_safe
@member_required
@never_cache
def pack(request: PersonRequest, slug: str) -> HttpResponse:
    """The five leaflets, and which of them this member has read."""
    group = group_for(request.user, slug)
    context = {"group": group, "shelf": queries.shelf_of(group, request.user)}
    return render(request, "enrolment/welcome/gate.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def leaflet(request: PersonRequest, slug: str, code: str) -> HttpResponse:
    """One leaflet, with the confirmation under it."""
    group = group_for(request.user, slug)
    found = access.leaflet_of(group, code)
    if request.method == "POST":
        services.confirm_reading(found, group, reader=request.user)
        following = queries.shelf_of(group, request.user).first_unread
        return redirect("leaflet", slug, following.code) if following else redirect("starter_pack", slug)
    context = {
        "group": group,
        "leaflet": found,
        "points": found.lines(group.policy.emergency_number),
        "is_read": found.code in queries.codes_read(request.user),
    }
    return render(request, "enrolment/welcome/leaflet.html", context)


@require_safe
@member_required
def pdf(request: PersonRequest, slug: str) -> HttpResponse:
    """The leaflets on paper."""
    return as_file(papers.pack_pdf(group_for(request.user, slug)), _("starter-pack"))


def as_file(content: bytes, name: str, kind: str = "application/pdf", ending: str = "pdf") -> HttpResponse:
    """A file to look at and to save under this name."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'inline; filename="{name}.{ending}"'
    return response
