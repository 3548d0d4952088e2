# SPDX-License-Identifier: EUPL-1.2
"""What an official sees and does: the groups of the organisation, and each of them, without a name."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from buurtwacht.groups import access, overview, services, setting_words, starting
from buurtwacht.groups.municipal import Act, ends_here, official_may
from buurtwacht.groups.territory_check import overlaps_and_gaps
from buurtwacht.groups.together.queries import Kind, asked_with, to_answer, waiting_in
from buurtwacht.groups.together.services import propose_ending
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required

CHANGES = {"form": services.begin_forming, "rest": services.make_dormant, "wake": services.wake}


@require_safe
@never_cache
@second_factor_required
def groups(request: PersonRequest, slug: str) -> HttpResponse:
    """Every group of the organisation: how it stands, and what asks attention."""
    organisation = access.organisation_for_official(request.user, slug)
    context = {
        "organisation": organisation,
        "standings": overview.standings_of(organisation),
        "offers": access.transfers_to_answer(request.user).filter(offered_to=organisation),
        "proposals": to_answer(request.user),
    }
    return render(request, "groups/overview.html", context)


@require_safe
@never_cache
@second_factor_required
def group(request: PersonRequest, slug: str, group: str) -> HttpResponse:
    """One group: how it stands, and what an official may do for it."""
    found = access.group_of_official(request.user, slug, group, Act.ADVISE)
    role = found.policy.municipality
    standing = overview.standing_of(found)
    context = {
        "group": found,
        "organisation": found.organisation,
        "standing": standing,
        "conditions": starting.progress_of(found) if found.status in ("idea", "forming") else [],
        "role_words": setting_words.said(role),
        "may": {act.value: official_may(role, act) for act in Act},
        "proposal": waiting_in(found),
        "asks_second": asked_with(found, Kind.CLOSE, request.user).exists(),
        "ends_here": ends_here(role, found.status, has_coordinator=bool(standing.coordinators)),
    }
    return render(request, "groups/of_organisation.html", context)


@require_safe
@never_cache
@second_factor_required
def territory(request: PersonRequest, slug: str) -> HttpResponse:
    """Where the groups overlap, and what has no group (R029)."""
    organisation = access.organisation_for_official(request.user, slug)
    context = {"organisation": organisation, "fit": overlaps_and_gaps(organisation)}
    return render(request, "groups/territory.html", context)


@require_POST
@second_factor_required
def change(request: PersonRequest, slug: str, group: str) -> HttpResponse:
    """Ask neighbours to join, put to rest, wake, or close: one button each."""
    found = access.group_of_official(request.user, slug, group, Act.PLAN)
    wanted = request.POST.get("change", "")
    standing = overview.standing_of(found)
    if wanted == "form":
        services.begin_forming(found, by=request.user)
    elif not ends_here(found.policy.municipality, found.status, has_coordinator=bool(standing.coordinators)):
        raise DomainError(_("The coordinator of the group decides this. Ask the coordinator."))
    elif wanted in ("rest", "wake"):
        CHANGES[wanted](found, by=request.user)
    elif wanted == "close" and request.POST.get("sure") and asked_with(found, Kind.CLOSE, request.user).exists():
        propose_ending(found, by=request.user)
        messages.success(request, _("Your question has been asked. Nothing changes until somebody else says yes."))
        return redirect("proposals")
    elif wanted == "close" and request.POST.get("sure"):
        services.close_group(found, by=request.user)
        messages.success(request, _("%(group)s has stopped. The members have been told.") % {"group": found.name})
        return redirect("groups_of", slug)
    else:
        raise DomainError(_("Tick that you are sure, and choose again."))
    messages.success(request, _("Done. The members hear of it."))
    return redirect("group_of", slug, group)
