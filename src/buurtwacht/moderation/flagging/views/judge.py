# SPDX-License-Identifier: EUPL-1.2
"""The desk of who judges: what neighbours flagged, and what to do about it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.groups.queries import is_coordinator
from buurtwacht.moderation.flagging import access, acting, pages, queries
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_safe
@second_factor_required
@never_cache
def flags(request: PersonRequest, slug: str) -> HttpResponse:
    """Each flagged message once, the longest waiting first."""
    group = access.group_to_judge_in(request.user, slug)
    waiting = queries.waiting_for(group, request.user)
    context = {"group": group, "waiting": waiting, "coordinates": is_coordinator(request.user, group)}
    return render(request, "moderation/flagging/flags.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
@never_cache
def judge(request: PersonRequest, slug: str, entry_id: UUID) -> HttpResponse:
    """One message in its context, what neighbours say about it, and what can be done."""
    entry = access.entry_to_judge(request.user, slug, entry_id)
    page = pages.of_judging(entry)
    coordinates = is_coordinator(request.user, page.group)
    places = pages.places_for(page, coordinates=coordinates)
    form = pages.judge_form(page, request.POST if request.method == "POST" else None, places=places)
    if page.is_open and form.accepts():
        messages.success(request, acting.act(entry, form.cleaned_data, by=request.user))
        return redirect("flag_judge", slug, entry_id)
    here = {"page": page, "form": form, "places": places}
    context = here | {"group": page.group, "report": entry.report, "coordinates": coordinates}
    return render(request, "moderation/flagging/judge.html", context, status=400 if form.errors else 200)


@require_POST
@second_factor_required
def show_again(request: PersonRequest, slug: str, entry_id: UUID) -> HttpResponse:
    """It was hidden by mistake."""
    entry = access.entry_to_judge(request.user, slug, entry_id)
    acting.show_again(entry, by=request.user)
    messages.success(request, _("Shown again. Who wrote it hears so."))
    return redirect("flag_judge", slug, entry_id)
