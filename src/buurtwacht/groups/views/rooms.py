# SPDX-License-Identifier: EUPL-1.2
"""The rooms on other networks in which a group hears its alerts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from buurtwacht.groups import access, services
from buurtwacht.groups.forms import NewRoomForm, RoomForm
from buurtwacht.groups.room_choices import room_choices
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required

CODES = "room_codes"  # in the session: a code is shown until it is used, and only to who asked for it


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def rooms(request: PersonRequest, slug: str) -> HttpResponse:
    """Which rooms there are and what members see of each other there; attach one by its address."""
    group = access.group_to_coordinate(request.user, slug)
    choices = list(room_choices(group, request.session.get(CODES, {})))
    networks = [(one.channel.kind, str(one.channel.label)) for one in choices]
    form = RoomForm(request.POST or None, networks=networks)
    if form.is_valid():
        try:
            services.open_room(group, **form.cleaned_data, by=request.user)
        except DomainError as refusal:
            form.add_error("address", str(refusal))
        else:
            messages.success(request, _("The group hears its alerts in this room from now on. The members hear of it."))
            return redirect("desk_rooms", slug)
    return render(request, "groups/rooms.html", {"group": group, "choices": choices, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def new(request: PersonRequest, slug: str, channel: str) -> HttpResponse:
    """A room that we make on a network where we can."""
    group = access.group_to_coordinate(request.user, slug)
    choice = next((one for one in room_choices(group, {}) if one.channel.kind == channel), None)
    if choice is None or choice.room or not choice.channel.makes_rooms:
        return redirect("desk_rooms", slug)
    form = NewRoomForm(request.POST or None)
    if form.is_valid():
        try:
            services.make_room(group, channel, **form.cleaned_data, by=request.user)
        except DomainError as refusal:
            form.add_error("invite", str(refusal))
        else:
            messages.success(request, _("The room is there, and you are invited. Open your app to go in."))
            return redirect("desk_rooms", slug)
    return render(request, "groups/room_new.html", {"group": group, "choice": choice, "form": form})


@require_POST
@second_factor_required
def begin(request: PersonRequest, slug: str) -> HttpResponse:
    """A code to type in the room."""
    group = access.group_to_coordinate(request.user, slug)
    channel = request.POST.get("channel", "")
    code = services.begin_room(group, channel, by=request.user).code
    request.session[CODES] = request.session.get(CODES, {}) | {channel: code}
    return redirect("desk_rooms", slug)


@require_POST
@second_factor_required
def close(request: PersonRequest, slug: str, room_id: UUID) -> HttpResponse:
    """The room hears nothing more."""
    room = access.room_to_close(request.user, slug, room_id)
    services.close_room(room, by=request.user)
    if services.leave_room(room):
        messages.success(request, _("This room hears nothing more, and we left it."))
    else:
        messages.success(request, _("This room hears nothing more. Also remove our account from it, there."))
    return redirect("desk_rooms", slug)
