# SPDX-License-Identifier: EUPL-1.2
"""A request that came on paper, and the letter that goes back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.outreach.rights import access, paper, services
from buurtwacht.outreach.rights.answerers import may_answer
from buurtwacht.outreach.rights.forms import LetterForm
from buurtwacht.people.doors import PersonRequest, second_factor_required


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def enter(request: PersonRequest, organisation: str) -> HttpResponse:
    """Type a letter over."""
    found = access.organisation_to_answer_for(request.user, organisation)
    form = LetterForm(request.POST if request.method == "POST" else None, language=found.language)
    if form.is_bound and form.is_valid():
        asked = services.enter_letter(found, by=request.user, **form.cleaned_data)
        if may_answer(request.user, asked):
            messages.success(request, _("Noted. The month counts from the day on which the letter came."))
            return redirect("rights_request", organisation, asked.pk)
        messages.success(request, _("Noted. It may be about something that you told: somebody else answers it."))
        return redirect("rights_requests", organisation)
    context = {"organisation": found, "form": form}
    return render(request, "outreach/rights/enter.html", context, status=400 if form.errors else 200)


@never_cache
@require_safe
@second_factor_required
def letter(request: PersonRequest, organisation: str, request_id: UUID) -> HttpResponse:
    """What there is to say now, to print."""
    asked = access.request_on_paper(request.user, organisation, request_id)
    headers = {"Content-Disposition": f'attachment; filename="{asked.reference}.pdf"'}
    return HttpResponse(paper.letter_pdf(asked), "application/pdf", headers=headers)
