# SPDX-License-Identifier: EUPL-1.2
"""The desk of who judges appeals: what waits, one appeal, and the letter with the answer."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from buurtwacht.groups.services import count_words
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.appeals import access, forms, letters, queries, services
from buurtwacht.people.doors import PersonRequest, second_factor_required


@never_cache
@require_safe
@second_factor_required
def bench(request: PersonRequest) -> HttpResponse:
    """Everything that waits for this judge."""
    return render(request, "moderation/appeals/bench.html", {"bench": access.bench_for(request.user)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def appeal(request: PersonRequest, appeal_id: UUID) -> HttpResponse:
    """One appeal, with only what is needed to judge it: no names."""
    found = access.appeal_to_judge(request.user, appeal_id)
    measure = found.measure
    form = forms.VerdictForm(request.POST if request.method == "POST" else None, measure=measure)
    if not found.answered_at and form.accepts():
        told = form.cleaned_data
        try:
            services.answer_appeal(
                found, verdict=told["verdict"], answer=told["answer"], until=form.until, by=request.user
            )
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            count_words(measure.case.group, form.shown, *form.texts)
            messages.success(request, _("Your answer has gone to the member."))
            return redirect("appeal", appeal_id)
    context = {
        "appeal": found,
        "step": queries.step_of(measure),
        "page": queries.page_of(measure.case),
        "case": measure.case,
        "group": measure.case.group,
        "form": form,
        "may_print": queries.may_print(request.user, found),
        "aside_form": forms.AsideForm(),
        "aside": found.aside.all(),
        "is_last": not queries.appeal_judges(measure).exclude(pk=request.user.pk).exists(),
    }
    return render(request, "moderation/appeals/judge.html", context)


@require_POST
@second_factor_required
def step_aside(request: PersonRequest, appeal_id: UUID) -> HttpResponse:
    """Leave it to somebody else, with or without a reason."""
    found = access.appeal_to_judge(request.user, appeal_id)
    form = forms.AsideForm(request.POST)
    if not form.is_valid():
        raise DomainError(str(next(iter(form.errors.values()))[0]))
    services.step_aside(found, by=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, _("Thank you. Somebody else is asked to judge."))
    return redirect("appeals")


@never_cache
@require_safe
@second_factor_required
def letter(request: PersonRequest, appeal_id: UUID) -> HttpResponse:
    """The answer on paper, for a member without mail."""
    found = access.answered_appeal(request.user, appeal_id)
    answer = HttpResponse(letters.answer_pdf(found), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="antwoord.pdf"'
    return answer
