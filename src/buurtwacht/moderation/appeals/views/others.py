# SPDX-License-Identifier: EUPL-1.2
"""A case that the rules do not foresee: asked by the administrators, weighed by others."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from buurtwacht.groups.services import count_words
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.appeals import access, forms, queries, services
from buurtwacht.people.doors import PersonRequest, second_factor_required

READ_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@READ_WRITE
@second_factor_required
def ask(request: PersonRequest, slug: str, case_id: UUID) -> HttpResponse:
    """An administrator puts a case before who answers for the organisation."""
    case = access.case_to_escalate(request.user, slug, case_id)
    form = forms.AskForm(request.POST if request.method == "POST" else None)
    if form.accepts():
        services.ask_others(case, by=request.user, **form.cleaned_data)
        count_words(case.group, form.shown, *form.texts)
        messages.success(request, _("Others look at it now. You hear what they say."))
        return redirect("desk", slug)
    context = {"case": case, "group": case.group, "page": queries.page_of(case), "form": form}
    return render(request, "moderation/appeals/ask.html", context)


@never_cache
@READ_WRITE
@second_factor_required
def weigh(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Who was asked reads the case, and advises, hands it back, or goes on to decide."""
    case = access.case_to_weigh(request.user, case_id)
    decides = queries.decides(request.user, case)
    form = forms.AdviceForm(request.POST if request.method == "POST" else None)
    if form.accepts():
        try:
            _answer(request, case, form.cleaned_data["words"], decides=decides)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            count_words(case.group, form.shown, *form.texts)
            return redirect("appeals")
    context = {
        "case": case,
        "group": case.group,
        "page": queries.page_of(case),
        "advice": case.advice.all(),
        "form": form,
        "decides": decides,
        "can_hand_back": decides and queries.can_be_handed_back(case),
    }
    return render(request, "moderation/appeals/weigh.html", context)


def _answer(request: PersonRequest, case: queries.Case, words: str, *, decides: bool) -> None:
    if decides and "hand_back" in request.POST:
        services.hand_back(case, words, by=request.user)
        messages.success(request, _("The administrators of the group decide, with what you wrote."))
        return
    services.give_advice(case, words, role=queries.role_of(request.user, case), by=request.user)
    messages.success(request, _("Thank you. Who decides reads your advice."))
