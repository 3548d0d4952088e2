# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from buurtwacht.enrolment.signing.texts import own_points_of
from buurtwacht.outreach import access, queries
from buurtwacht.outreach.finding import finding_of
from buurtwacht.outreach.frame import frame_of
from buurtwacht.outreach.mapping.drawing import draw


@require_safe
def public_group(request: HttpRequest, organisation: str, slug: str) -> HttpResponse:
    """What anybody may know of a group: what it is for, where it is, how many take part, and how to join."""
    found = access.organisation_called(organisation)
    group = access.public_group(found, slug)
    drawing = draw(queries.directory_of(found).pieces, group.area_id)
    context = {
        "group": group,
        "finding": finding_of(group),
        "map": drawing,
        "own_rules": own_points_of(group),
        **frame_of(found, group),
    }
    return render(request, "outreach/group.html", context)
