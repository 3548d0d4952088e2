# SPDX-License-Identifier: EUPL-1.2
"""The coordinator invites neighbours, street by street, and sees what comes of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.enrolment.welcome import access, papers, queries, rules, services, words
from buurtwacht.enrolment.welcome.forms import InvitationForm, LettersForm
from buurtwacht.groups.access import group_to_coordinate, membership_for
from buurtwacht.people.doors import PersonRequest, member_required, second_factor_required

from .leaflets import as_file


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
@never_cache
def invitations(request: PersonRequest, slug: str) -> HttpResponse:
    """Make an invitation, and see per street what they brought."""
    group = group_to_coordinate(request.user, slug)
    form = InvitationForm(request.POST or None, streets=queries.streets_of(group))
    if form.is_valid():
        made = services.make_invitation(group, by=request.user, **form.cleaned_data)
        return redirect("desk_invitation", slug, made.pk)
    context = {
        "group": group,
        "form": form,
        "streets": queries.invited_streets(group),
        "invitations": queries.open_invitations(group),
        "ringers": queries.ringers_of(group),
        "own_url": words.own_code_url(group),
    }
    return render(request, "enrolment/welcome/invitations.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
@never_cache
def one(request: PersonRequest, slug: str, invitation_id: UUID) -> HttpResponse:
    """One invitation: its link, its square, its paper, and how many were delivered."""
    invitation = access.invitation_to_manage(request.user, slug, invitation_id)
    if "end" in request.POST:
        services.end_invitation(invitation, by=request.user)
        messages.success(request, _("This invitation works no longer."))
        return redirect("desk_invitations", slug)
    form = LettersForm(request.POST or None, initial={"letters": invitation.letters})
    if form.is_valid():
        services.count_letters(invitation, form.cleaned_data["letters"], by=request.user)
        messages.success(request, _("Saved."))
        return redirect("desk_invitation", slug, invitation_id)
    address = papers.address_of(invitation)
    context = {
        "group": invitation.group,
        "invitation": invitation,
        "form": form,
        "address": address,
        "code": rules.shown_code(invitation.code),
        "short_address": papers.short_address(),
        "square": papers.picture_of(invitation),
        "share": words.message_to_share(invitation.group, address),
        "texts": words.texts_for(invitation.way, invitation.group, address),
    }
    return render(request, "enrolment/welcome/invitation.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def own(request: PersonRequest, slug: str) -> HttpResponse:
    """The own code of a member who rings bells, and what it brought: numbers, never who."""
    membership = membership_for(request.user, slug)
    if request.method == "POST":
        services.make_own_code(membership)
        return redirect("own_invitation", slug)
    invitation = queries.own_code(membership)
    context: dict[str, object] = {"group": membership.group, "invitation": invitation}
    if invitation:
        context |= {
            "address": papers.address_of(invitation),
            "code": rules.shown_code(invitation.code),
            "short_address": papers.short_address(),
            "square": papers.picture_of(invitation),
        }
    return render(request, "enrolment/welcome/own.html", context)


@require_safe
@second_factor_required
def paper(request: PersonRequest, slug: str, invitation_id: UUID) -> HttpResponse:
    """The letter or the poster, to print."""
    invitation = access.invitation_to_manage(request.user, slug, invitation_id)
    return as_file(papers.invitation_pdf(invitation), f"{slug}-{invitation.code}")


@require_safe
@second_factor_required
def code(request: PersonRequest, slug: str, invitation_id: UUID) -> HttpResponse:
    """The square alone, as a picture."""
    invitation = access.invitation_to_manage(request.user, slug, invitation_id)
    return as_file(papers.png_of(invitation), f"{slug}-{invitation.code}", "image/png", "png")
