# SPDX-License-Identifier: EUPL-1.2
"""The start of a group: the checklist, and the log of those who help (R032)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.groups import access, forms, services, start_log, starting
from buurtwacht.groups.words import allowed_by
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def log(request: PersonRequest, slug: str) -> HttpResponse:
    """Read and write: coordinator, official and officer, each in their own role."""
    group, role = access.group_to_help(request.user, slug)
    note_form = forms.NoteForm(request.POST if "note" in request.POST else None, allowed=allowed_by(group.policy))
    steps_form = forms.StepsForm(
        request.POST if "tick" in request.POST else None, initial={"steps": start_log.steps_done(group)}
    )
    if note_form.accepts():
        services.add_note(group, words=note_form.cleaned_data["words"], role=role, by=request.user)
        services.count_words(group, note_form.shown, *note_form.texts)
        messages.success(request, _("It stands in the log."))
        return redirect("group_log", slug)
    if steps_form.is_valid():
        services.tick_steps(group, steps_form.cleaned_data["steps"], by=request.user)
        messages.success(request, _("The checklist is kept."))
        return redirect("group_log", slug)
    context = {
        "group": group,
        "role": role,
        "notes": start_log.notes_of(group),
        "note_form": note_form,
        "steps_form": steps_form,
        "conditions": starting.progress_of(group),
    }
    return render(request, "groups/log.html", context)
