# SPDX-License-Identifier: EUPL-1.2
"""Becoming coordinator: the member's own page, and the answer of who coordinates now."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from buurtwacht.enrolment.checking import access, forms, queries, services
from buurtwacht.people.doors import PersonRequest, member_required, second_factor_required


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def own(request: PersonRequest, slug: str) -> HttpResponse:
    """What it is, offering oneself, and how far it is."""
    membership = access.own_membership(request.user, slug)
    candidate = queries.candidate_of(membership)
    if "stop" in request.POST and candidate.candidacy and candidate.is_open:
        services.end_candidacy(candidate.candidacy, by=request.user)
        messages.success(request, _("You are no longer a candidate."))
        return redirect("candidacy", slug)
    form = forms.CandidateForm(
        request.POST if request.method == "POST" else None,
        police=membership.group.organisation.police_name,
        asks_police=candidate.asks_police,
    )
    if form.is_valid():
        services.offer(membership, agrees=candidate.asks_police, by=request.user)
        return redirect("candidacy", slug)
    context = {"group": membership.group, "candidate": candidate, "form": form}
    return render(request, "enrolment/checking/candidacy.html", context)


@require_POST
@second_factor_required
def decide(request: PersonRequest, slug: str, candidacy_id: UUID) -> HttpResponse:
    """A coordinator appoints a candidate who is ready, or chooses another."""
    candidacy = access.candidacy_to_decide(request.user, slug, candidacy_id)
    name = candidacy.membership.person.first_name
    if "appoint" in request.POST:
        done = services.appoint_if_ready(candidacy, by=request.user).appointed_at
        words = _("%(name)s coordinates with you now.") if done else _("%(name)s is not ready yet.")
    else:
        services.end_candidacy(candidacy, by=request.user, reason="not_chosen")
        words = _("%(name)s is no longer a candidate.")
    messages.success(request, words % {"name": name})
    return redirect("desk_applications", slug)
