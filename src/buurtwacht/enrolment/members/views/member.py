# SPDX-License-Identifier: EUPL-1.2
"""One member: how to reach them, what they agreed to, and what a coordinator may change."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.enrolment.members import access, queries, services
from buurtwacht.enrolment.members.forms import AddressForm, EndForm, ProxyForm
from buurtwacht.enrolment.signing.doors import confidentiality_required
from buurtwacht.enrolment.signing.queries import acceptances_now
from buurtwacht.groups.services import relieve_coordinator
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import readable_phone
from buurtwacht.people.doors import PersonRequest

ADDRESS = ("street", "house_number", "postcode", "town")


@never_cache
@require_safe
@confidentiality_required
def member(request: PersonRequest, slug: str, membership_id: UUID) -> HttpResponse:
    """Name, phone, address, ways to reach, and papers."""
    membership = access.member_for(request.user, slug, membership_id)
    services.note_view(request.user, membership.group, membership)
    group = membership.group
    context = {
        "group": group,
        "membership": membership,
        "phone": readable_phone(membership.phone, group.policy.country) if membership.phone else "",
        "ways": queries.register.ways_to_reach(membership.person),
        "papers": acceptances_now(membership.person, group),
        "rings_at": queries.register.rung_by(membership),
        "proxy_form": ProxyForm(candidates=queries.register.possible_proxies(group, but=membership.pk)),
        "is_own": membership.person_id == request.user.pk,
    }
    return render(request, "enrolment/members/member.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@confidentiality_required
def address(request: PersonRequest, slug: str, membership_id: UUID) -> HttpResponse:
    """Correct what was written down wrongly."""
    membership = access.member_for(request.user, slug, membership_id)
    country = membership.group.policy.country
    known = {name: getattr(membership, name) for name in ADDRESS}
    known["phone"] = readable_phone(membership.phone, country) if membership.phone else ""
    form = AddressForm(request.POST if request.method == "POST" else None, country=country, initial=known)
    if form.is_valid():
        phone = form.cleaned_data["phone"]
        services.correct_address(membership, form.address(), phone=phone, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("desk_member", slug, membership_id)
    if request.method != "POST":
        services.note_view(request.user, membership.group, membership)
    context = {"group": membership.group, "membership": membership, "form": form}
    return render(request, "enrolment/members/address.html", context, status=400 if form.errors else 200)


@require_POST
@confidentiality_required
def role(request: PersonRequest, slug: str, membership_id: UUID) -> HttpResponse:
    """Coordinator, or member again."""
    membership = access.member_for(request.user, slug, membership_id)
    name = membership.person.first_name
    if "relieve" in request.POST:
        if membership.person_id != request.user.pk and membership.role == "coordinator":
            return redirect("relief_ask", slug, membership_id)
        relieve_coordinator(membership, by=request.user)
        messages.success(request, _("%(name)s is a member again.") % {"name": name})
    elif services.make_coordinator(membership, by=request.user).appointed_at:
        messages.success(request, _("%(name)s coordinates the group with you from now on.") % {"name": name})
    else:
        words = _("%(name)s is asked to coordinate with you. The desk says what is still needed.")
        messages.success(request, words % {"name": name})
    still_sees = membership.person_id != request.user.pk
    return redirect("desk_member", slug, membership_id) if still_sees else redirect("home")


@require_POST
@confidentiality_required
def proxy(request: PersonRequest, slug: str, membership_id: UUID) -> HttpResponse:
    """Who rings at this member's door."""
    membership = access.member_for(request.user, slug, membership_id)
    if "stop" in request.POST:
        services.set_proxy(membership, None, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("desk_member", slug, membership_id)
    candidates = queries.register.possible_proxies(membership.group, but=membership.pk)
    form = ProxyForm(request.POST, candidates=candidates)
    if form.is_valid():
        services.set_proxy(membership, form.cleaned_data["proxy"], by=request.user)
        messages.success(request, _("Saved."))
        return redirect("desk_member", slug, membership_id)
    context = {"group": membership.group, "membership": membership, "form": form}
    return render(request, "enrolment/members/proxy.html", context, status=400)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@confidentiality_required
def end(request: PersonRequest, slug: str, membership_id: UUID) -> HttpResponse:
    """Somebody takes no further part. About another coordinator a second person is asked."""
    membership = access.member_for(request.user, slug, membership_id)
    if membership.person_id != request.user.pk and membership.role == "coordinator":
        return redirect("ending_ask", slug, membership_id)
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.end_for(membership, by=request.user, reason=form.cleaned_data["reason"])
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            words = _("%(name)s takes no further part.") % {"name": membership.person.first_name}
            messages.success(request, words)
            return redirect("desk_members", slug) if membership.person_id != request.user.pk else redirect("home")
    is_own = membership.person_id == request.user.pk
    context = {"group": membership.group, "membership": membership, "form": form, "is_own": is_own}
    return render(request, "enrolment/members/end.html", context, status=400 if form.errors else 200)
