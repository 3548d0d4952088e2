# SPDX-License-Identifier: EUPL-1.2
"""From WhatsApp to here: what the old group talked about, in figures, and the text that invites it."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.dossiers.excerpt.forms import ExportForm
from buurtwacht.dossiers.figures import page
from buurtwacht.enrolment.welcome.services import make_invitation
from buurtwacht.groups.access import group_to_coordinate
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required

if TYPE_CHECKING:
    from buurtwacht.groups.models import WatchGroup


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def old_group(request: PersonRequest, slug: str) -> HttpResponse:
    """The file goes with the request; the answer holds figures only."""
    group = group_to_coordinate(request.user, slug)
    if "invite" in request.POST:
        make_invitation(group, way="link", by=request.user)
        return redirect("dossiers:old_group", slug)
    form = ExportForm(request.POST or None, request.FILES or None)
    found = _figures(form, group) if form.is_valid() else {}
    context = {"group": group, "form": form, "invitation": page.invitation_to_post(group)} | found
    return render(request, "dossiers/old_group.html", context, status=400 if form.errors else 200)


def _figures(form: ExportForm, group: "WatchGroup") -> dict[str, Any]:
    try:
        return page.figures_of(form.opened(), group, form.told_order)
    except DomainError as refusal:
        form.refuse(refusal)
        return {}
