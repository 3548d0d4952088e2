# SPDX-License-Identifier: EUPL-1.2
"""The coordinator decides what neighbours read, and by which way: here, or as an alarm (C10)."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.groups.access import group_to_coordinate
from buurtwacht.groups.info import access, queries, services
from buurtwacht.groups.info.forms import InfoForm
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required

if TYPE_CHECKING:
    from buurtwacht.groups.models import InfoNote, WatchGroup

DECISIONS = {
    "publish": (services.publish_note, gettext_lazy("Done. Members read it in their next digest. No alarm goes out.")),
    "decline": (services.decline_note, gettext_lazy("It is not used. Nobody was told anything.")),
    "withdraw": (services.withdraw_note, gettext_lazy("Withdrawn. Nobody can read it any more.")),
}


@require_safe
@never_cache
@second_factor_required
def notes(request: PersonRequest, slug: str) -> HttpResponse:
    """What waits, what is being written, and what is to be read now or later."""
    group = group_to_coordinate(request.user, slug)
    context = {
        "group": group,
        "waiting": queries.waiting_notes(group),
        "notes": queries.notes_to_manage(group),
        "now": timezone.now(),
    }
    return render(request, "groups/info/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def write(request: PersonRequest, slug: str) -> HttpResponse:
    """A note of the coordinators themselves."""
    group = group_to_coordinate(request.user, slug)
    form = InfoForm(request.POST or None, zone=group.tz)
    if form.accepts():
        return _keep(form, request, group, None)
    return render(request, "groups/info/write.html", {"group": group, "form": form, "note": None})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def change(request: PersonRequest, slug: str, note_id: UUID) -> HttpResponse:
    """Other words or days, as long as nobody read it."""
    note = access.note_to_decide(request.user, slug, note_id)
    if not services.can_be_changed(note):
        messages.info(request, _("Neighbours read this note already. Withdraw it, and write a new one."))
        return redirect("desk_info", slug)
    form = InfoForm(request.POST or None, zone=note.group.tz, note=note)
    if form.accepts():
        return _keep(form, request, note.group, note)
    return render(request, "groups/info/write.html", {"group": note.group, "form": form, "note": note})


@require_POST
@second_factor_required
def decide(request: PersonRequest, slug: str, note_id: UUID) -> HttpResponse:
    """Publish, not use, or withdraw: one click each."""
    note = access.note_to_decide(request.user, slug, note_id)
    act, words = DECISIONS.get(request.POST.get("do", ""), (None, ""))
    if act is None:
        raise DomainError(_("Choose what to do with this note."))
    act(note, by=request.user)
    messages.success(request, words)
    return redirect("desk_info", slug)


def _keep(form: InfoForm, request: PersonRequest, group: "WatchGroup", note: "InfoNote | None") -> HttpResponse:
    """Published at once where the button says so."""
    told = form.cleaned_data
    kept = services.write_note(
        group,
        words=told["words"],
        first=told["first"],
        last=told["last"],
        by=request.user,
        shown=form.shown,
        note=note,
    )
    if request.POST.get("do") == "publish":
        services.publish_note(kept, by=request.user)
        messages.success(request, DECISIONS["publish"][1])
    else:
        messages.success(request, _("Kept. Nobody reads it before you publish it."))
    return redirect("desk_info", group.slug)
