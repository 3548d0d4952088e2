# SPDX-License-Identifier: EUPL-1.2
"""Who coordinates the group: appointing, relieving, and the rota of deputies."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.groups import access, forms, queries, rota, services, starting
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, member_required, second_factor_required


@require_safe
@never_cache
@second_factor_required
def coordinators(request: PersonRequest, slug: str) -> HttpResponse:
    """Who coordinates, and who stands in when."""
    return _page(request, slug)


@require_POST
@second_factor_required
def appoint(request: PersonRequest, slug: str) -> HttpResponse:
    """One more coordinator."""
    group = access.group_to_coordinate(request.user, slug)
    form = forms.AppointForm(request.POST, members=rota.may_be_appointed(group))
    if not form.is_valid():
        return _page(request, slug, appoint_form=form)
    member = form.cleaned_data["member"]
    starting.check_appointment(member)
    services.appoint_coordinator(member, by=request.user)
    messages.success(request, _("%(name)s coordinates the group too.") % {"name": member.person.first_name})
    return redirect("desk_coordinators", slug)


@require_POST
@second_factor_required
def relieve(request: PersonRequest, slug: str, membership_id: UUID) -> HttpResponse:
    """Whoever coordinates stops, and stays a member. About somebody else a second person is asked."""
    member = access.member_to_manage(request.user, slug, membership_id)
    if member.person_id != request.user.pk:
        return redirect("relief_ask", slug, member.pk)
    services.relieve_coordinator(member, by=request.user)
    messages.success(request, _("%(name)s is a member again.") % {"name": member.person.first_name})
    still = queries.is_coordinator(request.user, member.group)
    return redirect("desk_coordinators", slug) if still else redirect("home")


@require_POST
@second_factor_required
def appoint_moderator(request: PersonRequest, slug: str) -> HttpResponse:
    """A member who judges cases with the coordinators."""
    group = access.group_to_coordinate(request.user, slug)
    form = forms.AppointForm(request.POST, members=rota.may_moderate(group), prefix="moderator")
    if not form.is_valid():
        return _page(request, slug, moderator_form=form)
    member = form.cleaned_data["member"]
    services.appoint_moderator(member, by=request.user)
    messages.success(request, _("%(name)s moderates the group from now on.") % {"name": member.person.first_name})
    return redirect("desk_coordinators", slug)


@require_POST
@second_factor_required
def relieve_moderator(request: PersonRequest, slug: str, membership_id: UUID) -> HttpResponse:
    """Somebody stops moderating, and stays a member."""
    member = access.member_to_manage(request.user, slug, membership_id)
    services.relieve_moderator(member, by=request.user)
    messages.success(request, _("%(name)s is a member again.") % {"name": member.person.first_name})
    return redirect("desk_coordinators", slug)


@require_POST
@second_factor_required
def plan(request: PersonRequest, slug: str) -> HttpResponse:
    """One more period on the rota."""
    group = access.group_to_coordinate(request.user, slug)
    form = _turn_form(group, request.POST)
    if not form.is_valid():
        return _page(request, slug, turn_form=form)
    told = form.cleaned_data
    try:
        services.plan_turn(**told, by=request.user)
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return _page(request, slug, turn_form=form)
    messages.success(request, _("%(name)s stands in on those days.") % {"name": told["deputy"].person.first_name})
    return redirect("desk_coordinators", slug)


@require_POST
@second_factor_required
def cancel(request: PersonRequest, slug: str, turn_id: UUID) -> HttpResponse:
    """A period does not happen, or ends now. `turn_id` is that of the rota, or of the deputy's membership."""
    group = access.group_to_coordinate(request.user, slug)
    turn = rota.turns_of(group).filter(pk=turn_id).first()
    if turn:
        services.cancel_turn(turn, by=request.user)
    else:
        services.end_deputy(access.member_to_manage(request.user, slug, turn_id), by=request.user)
    messages.success(request, _("That period is off the rota."))
    return redirect("desk_coordinators", slug)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def vacancy(request: PersonRequest, slug: str) -> HttpResponse:
    """Nobody coordinates: who stood in before can take over with one button."""
    membership = access.membership_for(request.user, slug)
    group = membership.group
    is_asked = queries.successors_of(group).filter(pk=membership.pk).exists()
    is_vacant = not queries.coordinators_of(group).exists()
    if request.method == "POST":
        if not (is_vacant and is_asked):
            raise DomainError(_("Somebody coordinates the group already, or the group asks others first."))
        starting.check_appointment(membership)
        services.appoint_coordinator(membership, by=request.user)
        messages.success(request, _("Thank you. You coordinate the group from now on."))
        return redirect("desk", slug)
    context = {"group": group, "is_asked": is_asked, "is_vacant": is_vacant}
    return render(request, "groups/vacancy.html", context)


def _page(request: PersonRequest, slug: str, **shown: Form) -> HttpResponse:
    group = access.group_to_coordinate(request.user, slug)
    context = {
        "group": group,
        "coordinators": rota.permanent_coordinators_of(group),
        "moderators": rota.moderators_of(group),
        "periods": rota.rota_of(group),
        "appoint_form": forms.AppointForm(members=rota.may_be_appointed(group)),
        "moderator_form": forms.AppointForm(members=rota.may_moderate(group), prefix="moderator"),
        "turn_form": _turn_form(group, None),
        **shown,
    }
    return render(request, "groups/coordinators.html", context)


def _turn_form(group: Any, data: Any) -> forms.TurnForm:
    coordinators = rota.permanent_coordinators_of(group)
    initial = {"coordinator": coordinators.first()}
    return forms.TurnForm(data, coordinators=coordinators, members=rota.may_be_appointed(group), initial=initial)
