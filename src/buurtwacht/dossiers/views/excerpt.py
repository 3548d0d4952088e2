# SPDX-License-Identifier: EUPL-1.2
"""The coordinator brings the conversation of the old group: choose the file, look, tick, confirm."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.dossiers import access, services
from buurtwacht.dossiers.excerpt.forms import WindowForm, chosen_lines
from buurtwacht.dossiers.excerpt.sealing import sealed, unsealed
from buurtwacht.dossiers.excerpt.window import messages_between, usual_window
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required

if TYPE_CHECKING:
    from buurtwacht.dossiers.models import Dossier


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def excerpt(request: PersonRequest, slug: str, dossier_id: UUID) -> HttpResponse:
    """Nothing is kept until the coordinator has ticked lines and confirmed; of the rest nothing is kept at all."""
    dossier = access.dossier_to_coordinate(request.user, slug, dossier_id)
    if dossier.status != dossier.Status.TO_REVIEW:
        return redirect("dossiers:follow", slug, dossier_id)
    if "remove" in request.POST:
        services.remove_excerpt(dossier, by=request.user)
        messages.success(request, _("The conversation is out of the dossier again."))
        return redirect("dossiers:review", slug, dossier_id)
    if "seal" in request.POST:
        return _confirm(request, dossier, slug)
    with timezone.override(dossier.report.group.tz):
        return _choose(request, dossier)


def _choose(request: PersonRequest, dossier: "Dossier") -> HttpResponse:
    start, end = usual_window(dossier.report)
    form = WindowForm(request.POST or None, request.FILES or None, initial={"start": start, "end": end})
    context: dict[str, Any] = {"group": dossier.report.group, "dossier": dossier, "form": form}
    if form.is_valid():
        data, zone = form.cleaned_data, dossier.report.group.tz
        try:
            lines = messages_between(form.opened(), data["start"], data["end"], zone=zone, order=form.told_order)
            seal = sealed(lines, dossier_id=dossier.pk, person_id=request.user.pk)
        except DomainError as refusal:
            form.refuse(refusal)
        else:
            return render(request, "dossiers/excerpt_lines.html", context | {"lines": lines, "seal": seal})
    return render(request, "dossiers/excerpt.html", context, status=400 if form.errors else 200)


def _confirm(request: PersonRequest, dossier: "Dossier", slug: str) -> HttpResponse:
    lines = unsealed(request.POST["seal"], dossier_id=dossier.pk, person_id=request.user.pk)
    services.add_excerpt(dossier, lines, chosen=chosen_lines(request.POST.getlist("line")), by=request.user)
    messages.success(request, _("The chosen messages are in the dossier."))
    return redirect("dossiers:review", slug, dossier.pk)
