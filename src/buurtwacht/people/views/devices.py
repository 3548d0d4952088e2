# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from buurtwacht.people import access, doors, queries, services
from buurtwacht.people.doors import PersonRequest


@require_safe
@doors.member_required
def devices(request: PersonRequest) -> HttpResponse:
    """Where somebody is signed in, and which devices take alerts."""
    context = {
        "devices": queries.devices_of(request.user, request.session.session_key),
        "strays": queries.devices_without_session(request.user),
    }
    return render(request, "people/devices.html", context)


@require_POST
@doors.member_required
def end(request: PersonRequest, session_id: int) -> HttpResponse:
    """Sign out one device; that may be this one."""
    session = access.session_for(request.user, session_id)
    is_this_one = session.session_key == request.session.session_key
    services.end_session(session, by=request.user)
    if is_this_one:
        logout(request)
        return redirect("account_login")
    messages.success(request, _("That device is signed out, and gets no more alerts."))
    return redirect("devices")


@require_POST
@doors.member_required
def end_others(request: PersonRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    services.end_other_sessions(request.user, request.session.session_key or "")
    messages.success(request, _("You are signed out everywhere else."))
    return redirect("devices")


@require_POST
@doors.member_required
def forget(request: PersonRequest, contact_point_id: UUID) -> HttpResponse:
    """No more alerts on a device."""
    services.forget_contact_point(access.contact_point_for(request.user, contact_point_id), by=request.user)
    messages.success(request, _("That device gets no more alerts."))
    return redirect("phone" if request.POST.get("back") == "phone" else "devices")
