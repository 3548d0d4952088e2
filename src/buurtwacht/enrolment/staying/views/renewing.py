# SPDX-License-Identifier: EUPL-1.2
"""The yearly yes: by a link from a mail, without signing in, or at the door."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.enrolment.staying import links, queries, rules, services
from buurtwacht.groups.access import member_to_manage
from buurtwacht.groups.services import end_membership
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def renew(request: HttpRequest, token: str) -> HttpResponse:
    """One button. Opening the page changes nothing, so that a program that looks ahead says no yes."""
    membership = links.membership_by(token)
    if request.method == "POST":
        services.renew(membership)
        return redirect("renew", token)
    context = {
        "group": membership.group,
        "membership": membership,
        "has_left": membership.left_at is not None,
        "is_asked": queries.asked(membership),
    }
    return render(request, "enrolment/staying/renew.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
@never_cache
def at_the_door(request: PersonRequest, slug: str, membership_id: UUID) -> HttpResponse:
    """A coordinator asked in person, and fills in the answer."""
    membership = member_to_manage(request.user, slug, membership_id)
    if request.method == "POST" and request.POST.get("answer") in ("yes", "no"):
        if request.POST["answer"] == "yes":
            services.renew(membership, by=request.user)
        elif membership.role == "coordinator" and membership.person_id != request.user.pk:
            return redirect("ending_ask", slug, membership_id)
        else:
            end_membership(membership, by=request.user, reason=rules.NOT_RENEWED)
        messages.success(request, _("Saved."))
        return redirect("desk", slug)
    context = {"group": membership.group, "membership": membership, "is_asked": queries.asked(membership)}
    return render(request, "enrolment/staying/at_the_door.html", context)
