# SPDX-License-Identifier: EUPL-1.2
"""The pages on which a coordinator runs the group: how it stands, its settings, and the hand-over to a successor."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.groups import access, overview, queries, rota, services, start_log, starting
from buurtwacht.groups.desk_registry import tasks_for
from buurtwacht.groups.forms import StoryForm
from buurtwacht.groups.settings_form import SettingsForm
from buurtwacht.groups.together import queries as together
from buurtwacht.groups.together.queries import Kind
from buurtwacht.groups.together.services import propose_ending
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_safe
@never_cache
@second_factor_required
def group(request: PersonRequest, slug: str) -> HttpResponse:
    """How the group stands, and everything that can be done with it."""
    found = access.group_to_coordinate(request.user, slug)
    context = {
        "group": found,
        "standing": overview.standing_of(found),
        "conditions": starting.progress_of(found) if found.status in ("idea", "forming") else [],
        "coordinators": queries.coordinators_of(found),
        "offer": queries.open_offer(found),
        "proposal": together.waiting_in(found),
        "asks_second": together.asked_with(found, Kind.CLOSE, request.user).exists(),
    }
    return render(request, "groups/desk_group.html", context)


@require_POST
@second_factor_required
def change(request: PersonRequest, slug: str) -> HttpResponse:
    """Say that the group is still there, put it to rest, wake it, or end it: one button each."""
    found = access.group_to_coordinate(request.user, slug)
    wanted = request.POST.get("change", "")
    if wanted == "here":
        services.still_here(found, by=request.user)
    elif wanted == "form":
        services.begin_forming(found, by=request.user)
    elif wanted == "start":
        services.start_group(found, by=request.user)
    elif wanted == "wake":
        services.wake(found, by=request.user)
    elif not request.POST.get("sure"):
        raise DomainError(_("Tick that you are sure, and choose again."))
    elif wanted == "rest":
        services.make_dormant(found, by=request.user)
    elif wanted == "close" and together.asked_with(found, Kind.CLOSE, request.user).exists():
        propose_ending(found, by=request.user)
        messages.success(request, _("Your question has been asked. Nothing changes until somebody else says yes."))
        return redirect("proposals")
    elif wanted == "close":
        services.close_group(found, by=request.user)
        messages.success(request, _("%(group)s has stopped. The members have been told.") % {"group": found.name})
        return redirect("home")
    messages.success(request, _("Done. The members hear of it.") if wanted != "here" else _("Thank you. Good to know."))
    return redirect("desk_group", slug)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def settings(request: PersonRequest, slug: str) -> HttpResponse:
    """Every setting of the group, with what its preset says."""
    found = access.group_to_manage(request.user, slug)
    form = SettingsForm(request.POST or None, group=found)
    if form.is_valid():
        try:
            services.change_settings(found, form.overrides(), by=request.user)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The settings are kept. The members hear of it."))
            return redirect("desk_settings", slug)
    context = {
        "group": found,
        "form": form,
        "versions": start_log.versions_of(found),
        "is_coordinator": queries.is_coordinator(request.user, found),
    }
    return render(request, "groups/settings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def story(request: PersonRequest, slug: str) -> HttpResponse:
    """What the group is called, what it is for, and with how many it starts."""
    found = access.group_to_manage(request.user, slug)
    initial = {"name": found.name, "goal": found.goal, "needed_members": found.needed_members}
    form = StoryForm(request.POST or None, initial=initial, is_starting=found.status in ("idea", "forming"))
    if form.accepts():
        told = form.cleaned_data
        try:
            services.tell_story(found, **told, by=request.user)
            services.count_words(found, form.shown, *form.texts)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("This is kept."))
            return redirect("desk_group", slug)
    return render(request, "groups/story.html", {"group": found, "form": form})


@require_safe
@never_cache
@second_factor_required
def hand_over(request: PersonRequest, slug: str) -> HttpResponse:
    """What a successor needs to know, on one page (N18)."""
    found = access.group_to_coordinate(request.user, slug)
    context = {
        "group": found,
        "standing": overview.standing_of(found),
        "tasks": tasks_for(found, request.user),
        "coordinators": queries.coordinators_of(found),
        "periods": rota.rota_of(found),
        "versions": start_log.versions_of(found)[:3],
        "parts": list(SettingsForm(group=found).parts()),
    }
    return render(request, "groups/hand_over.html", context)
