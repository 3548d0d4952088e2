# SPDX-License-Identifier: EUPL-1.2
"""A neighbour who takes part says: I know this person, or I do not."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.enrolment.checking import access, forms, queries, services
from buurtwacht.people.doors import PersonRequest, member_required


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def by_code(request: PersonRequest) -> HttpResponse:
    """For who was told the code rather than sent the link."""
    form = forms.CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        proof = access.proof_by_code(request.user, form.cleaned_data["code"])
        if proof:
            return redirect(access.neighbour_url(proof))
        form.add_error("code", _("We do not know this code in your group. Ask your neighbour to read it out again."))
    return render(request, "enrolment/checking/neighbour_code.html", {"form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def knows(request: PersonRequest, token: str) -> HttpResponse:
    """First name and street, and two answers."""
    proof, neighbour = access.proof_for_neighbour(request.user, token)
    if request.method == "POST":
        if "known" in request.POST:
            services.vouch(proof, neighbour)
            messages.success(request, _("Thank you. Your new neighbour goes on from here."))
        else:
            services.say_unknown(proof, neighbour)
            messages.success(request, _("Thank you. Your neighbour is asked to choose another way."))
        return redirect("home")
    context = {
        "application": proof.application,
        "group": proof.application.group,
        "is_over": bool(proof.ended_at or proof.proven_at),
    }
    return render(request, "enrolment/checking/neighbour.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def first_neighbours(request: PersonRequest, slug: str) -> HttpResponse:
    """In a new group: which of the first neighbours do you know?"""
    own = access.own_membership(request.user, slug)
    if request.method == "POST":
        services.confirm_neighbour(access.neighbour_to_confirm(own, request.POST.get("neighbour", "")), own)
        messages.success(request, _("Thank you. That helps the group to start."))
        return redirect("first_neighbours", slug)
    context = {"group": own.group, "own": own, "waiting": queries.to_confirm(own)}
    return render(request, "enrolment/checking/first_neighbours.html", context)
