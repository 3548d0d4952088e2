# SPDX-License-Identifier: EUPL-1.2
"""The page on which somebody says the second yes, or no."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required

from . import access, page, queries, services


@require_safe
@never_cache
@second_factor_required
def proposals(request: PersonRequest) -> HttpResponse:
    """What waits for this person, and what they asked themselves."""
    context = {
        "to_answer": [page.shown(one, request.user) for one in queries.to_answer(request.user)],
        "own": [page.shown(one, request.user) for one in queries.proposed_by(request.user)],
    }
    return render(request, "groups/proposals.html", context)


@require_POST
@second_factor_required
def answer(request: PersonRequest, proposal_id: UUID) -> HttpResponse:
    """Yes, no, or taken back."""
    proposal = access.proposal_for(request.user, proposal_id)
    wanted = request.POST.get("answer")
    if wanted == "yes" and not request.POST.get("sure"):
        raise DomainError(_("Tick that you are sure, and choose again."))
    if wanted == "yes":
        group = services.agree_to(proposal, by=request.user)
        messages.success(request, page.done_words(proposal, group))
    elif wanted == "no":
        services.decline(proposal, by=request.user)
        messages.success(request, _("%(group)s stays as it is.") % {"group": proposal.group.name})
    return redirect("proposals")
