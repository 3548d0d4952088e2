# SPDX-License-Identifier: EUPL-1.2
"""Questions from the site, for whoever has to answer them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.groups.access import organisation_for_official
from buurtwacht.outreach import access, questions, services
from buurtwacht.outreach.forms import AnswerForm
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def coordinator_question(request: PersonRequest, slug: str, question_id: UUID) -> HttpResponse:
    """A question to the coordinators of a group, and its answer."""
    question = access.question_for_coordinator(request.user, slug, question_id)
    return _answered(request, question, "desk", slug)


@require_safe
@never_cache
@second_factor_required
def municipal_questions(request: PersonRequest, organisation: str) -> HttpResponse:
    """What the organisation was asked in the last thirty days."""
    found = organisation_for_official(request.user, organisation)
    context = {"organisation": found, "questions": questions.questions_to_officials(found)}
    return render(request, "outreach/desk/questions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@second_factor_required
def municipal_question(request: PersonRequest, organisation: str, question_id: UUID) -> HttpResponse:
    """A question or a complaint to the organisation, and its answer."""
    question = access.question_for_official(request.user, organisation, question_id)
    return _answered(request, question, "municipal_questions", organisation)


def _answered(request: PersonRequest, question: object, back: str, slug: str) -> HttpResponse:
    form = AnswerForm(request.POST or None)
    if form.accepts():
        services.answer_question(question, form.cleaned_data["answer"], by=request.user, shown=form.shown)  # type: ignore[arg-type]
        messages.success(request, _("Your answer goes by mail."))
        return redirect(back, slug)
    context = {"question": question, "form": form, "back": back, "slug": slug}
    return render(request, "outreach/desk/question.html", context)
