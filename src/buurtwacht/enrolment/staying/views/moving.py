# SPDX-License-Identifier: EUPL-1.2
"""Moving house: a new address, then what it means, then yes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.enrolment.applying.whereabouts import Verdict
from buurtwacht.enrolment.staying import links, queries, services
from buurtwacht.enrolment.staying.forms import MoveForm
from buurtwacht.groups.access import membership_for
from buurtwacht.groups.queries import memberships_of
from buurtwacht.people.doors import PersonRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def move(request: PersonRequest) -> HttpResponse:
    """From which group, if there are more; then where to."""
    chosen = request.POST.get("groep") or request.GET.get("groep")
    memberships = list(memberships_of(request.user))
    if not chosen and len(memberships) != 1:
        return render(request, "enrolment/staying/move_from.html", {"memberships": memberships})
    membership = membership_for(request.user, chosen or memberships[0].group.slug)
    if "cancel" in request.POST:
        services.cancel_move(membership)
        messages.success(request, _("Good. You stay where you are."))
        return redirect("move")
    going = queries.move_of(membership)
    context: dict[str, object] = {"group": membership.group, "membership": membership}
    if going:
        context |= {"move": going, "status_url": links.status_url(going)}
        return render(request, "enrolment/staying/moving.html", context)
    form = MoveForm(request.POST or None, membership=membership)
    if not form.is_valid():
        return _form_again(request, form, context)
    return _where_to(request, form, context)


def _form_again(request: PersonRequest, form: MoveForm, context: dict[str, object]) -> HttpResponse:
    """Nothing that was typed is lost."""
    status = 400 if form.errors else 200
    return render(request, "enrolment/staying/move.html", context | {"form": form}, status=status)


def _where_to(request: PersonRequest, form: MoveForm, context: dict[str, object]) -> HttpResponse:
    """The same group: done. Another one, or none: first say what it means."""
    membership, address, day = form.membership, form.address, form.cleaned_data["moves_on"]
    plan = queries.plan_for(membership, address)
    if plan.verdict == Verdict.UNKNOWN:
        form.add_error("street", _("We cannot find this address. Look at the street and the postcode once more."))
        return _form_again(request, form, context)
    if plan.verdict == Verdict.HERE:
        services.correct_address(membership, address, plan.home)
        messages.success(request, _("Your new address is saved. You stay in the same group."))
        return redirect("own_data")
    agreed = "agreed_to_transfer" in request.POST
    must_agree = plan.asks_police and not agreed
    if "sure" not in request.POST or must_agree:
        context |= {"form": form, "plan": plan, "address": address, "moves_on": day}
        context["must_agree"] = "sure" in request.POST
        return render(request, "enrolment/staying/move_to.html", context, status=400 if context["must_agree"] else 200)
    if plan.group:
        services.announce_move(membership, plan.group, address, plan.home, moves_on=day, agreed_to_transfer=agreed)
    else:
        services.stay_until_the_move(membership, moves_on=day)
    return redirect("move")
