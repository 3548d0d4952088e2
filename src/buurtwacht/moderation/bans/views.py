# SPDX-License-Identifier: EUPL-1.2
"""The bans that run, for who administers the group: which rule and until when. Nobody's name stands there."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from buurtwacht.groups.access import group_to_moderate
from buurtwacht.people.doors import PersonRequest, second_factor_required

from . import access, pages, services


@require_safe
@never_cache
@second_factor_required
def bans(request: PersonRequest, slug: str) -> HttpResponse:
    group = group_to_moderate(request.user, slug)
    return render(request, "moderation/bans/bans.html", pages.bans_page(group, request.user))


@require_POST
@second_factor_required
def end(request: PersonRequest, slug: str, ban_id: UUID) -> HttpResponse:
    """Ask to end one sooner, agree to it, or leave it as it is."""
    ban = access.ban_to_end(request.user, slug, ban_id)
    if "keep" in request.POST:
        services.keep_after_all(ban, by=request.user)
        messages.success(request, _("It stays until its day."))
    elif "agree" in request.POST:
        services.agree_to_lift(ban, by=request.user)
        messages.success(request, _("It has ended. Who was removed can apply again."))
    elif services.ask_to_lift(ban, by=request.user):
        messages.success(request, _("It has ended. Who was removed can apply again."))
    else:
        messages.success(request, _("Another administrator now has to agree. They find it on their desk."))
    return redirect("desk_bans", slug)


@require_POST
@second_factor_required
def settle(request: PersonRequest, slug: str, shared_id: UUID) -> HttpResponse:
    """It is somebody else, who shares a phone or a mailbox."""
    shared = access.shared_address_to_settle(request.user, slug, shared_id)
    services.settle_shared_address(shared, by=request.user)
    messages.success(request, _("Noted: it is somebody else. Nothing changes for this member."))
    return redirect("desk_bans", slug)
