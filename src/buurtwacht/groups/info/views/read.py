# SPDX-License-Identifier: EUPL-1.2
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from buurtwacht.groups.info import access, queries
from buurtwacht.groups.queries import is_coordinator
from buurtwacht.people.doors import PersonRequest, member_required


@require_safe
@never_cache
@member_required
def read(request: PersonRequest, slug: str) -> HttpResponse:
    """What members of a group can read today. Who may not write for a while reads along."""
    group = access.group_to_read(request.user, slug)
    context = {
        "group": group,
        "notes": queries.current_notes(group),
        "how_often": request.user.get_info_display(),
        "coordinates": is_coordinator(request.user, group),
    }
    return render(request, "groups/info/read.html", context)
