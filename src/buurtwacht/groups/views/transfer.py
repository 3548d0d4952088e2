# SPDX-License-Identifier: EUPL-1.2
"""A group goes to another organisation: offered on one page, answered on another."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.groups import access, forms, queries, services
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def offer(request: PersonRequest, slug: str) -> HttpResponse:
    """Offer the group, or take the offer back."""
    group = access.group_to_give_away(request.user, slug)
    waiting = queries.open_offer(group)
    if waiting and "end" in request.POST:
        services.end_offer(waiting, by=request.user)
        messages.success(request, _("The offer has been taken back. The group stays where it is."))
        return redirect("desk_transfer", slug)
    form = forms.OfferForm(request.POST or None, others=queries.other_organisations(group))
    if not waiting and form.is_valid():
        try:
            services.offer_group(group, to=form.cleaned_data["organisation"], by=request.user)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The group has been offered. It stays with you until they say yes."))
            return redirect("desk_transfer", slug)
    context = {"group": group, "form": form, "waiting": waiting, "back": _back(request, group.slug)}
    return render(request, "groups/transfer.html", context)


@require_safe
@never_cache
@second_factor_required
def offers(request: PersonRequest) -> HttpResponse:
    """The groups that are offered to an organisation for which this person may answer."""
    return render(request, "groups/offers.html", {"offers": access.transfers_to_answer(request.user)})


@require_POST
@second_factor_required
def answer(request: PersonRequest, transfer_id: UUID) -> HttpResponse:
    """Yes or no."""
    transfer = access.transfer_to_answer(request.user, transfer_id)
    names = {"group": transfer.group.name, "organisation": transfer.offered_to.name}
    if request.POST.get("answer") == "yes":
        services.accept_group(transfer, by=request.user)
        messages.success(request, _("%(organisation)s stands behind %(group)s from now on.") % names)
    else:
        services.end_offer(transfer, by=request.user)
        messages.success(request, _("%(group)s stays where it was.") % names)
    return redirect("transfers")


def _back(request: PersonRequest, slug: str) -> str:
    return "desk_group" if queries.groups_coordinated_by(request.user).filter(slug=slug).exists() else ""
