# SPDX-License-Identifier: EUPL-1.2
"""Questions of members, for who coordinates."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.groups.access import group_to_coordinate
from buurtwacht.groups.words import allowed_by
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.asking import access, queries, services
from buurtwacht.outreach.asking.forms import ReplyForm
from buurtwacht.people.doors import PersonRequest, second_factor_required


@require_safe
@second_factor_required
@never_cache
def questions(request: PersonRequest, slug: str) -> HttpResponse:
    """What waits for an answer, and what was answered in the last ninety days."""
    group = group_to_coordinate(request.user, slug)
    context = {
        "group": group,
        "waiting": queries.open_questions_in(group).exclude(asked_by=request.user),
        "answered": queries.answered_questions_in(group).exclude(asked_by=request.user),
    }
    return render(request, "outreach/asking/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
@never_cache
def question(request: PersonRequest, slug: str, question_id: UUID) -> HttpResponse:
    """One question, and its one answer."""
    found = access.question_to_answer(request.user, slug, question_id)
    form = ReplyForm(request.POST if request.method == "POST" else None, allowed=allowed_by(found.group.policy))
    if form.accepts():
        try:
            services.answer_member(found, form.cleaned_data["answer"], by=request.user, shown=form.shown)
        except DomainError as refusal:  # somebody else was first: what was typed stands there still
            form.add_error("answer", str(refusal.message))
        else:
            messages.success(request, _("Your answer is on its way to who asked."))
            return redirect("member_questions", slug)
    context = {"question": found, "group": found.group, "form": form, "street": queries.street_of(found)}
    return render(request, "outreach/asking/answer.html", context, status=400 if form.errors else 200)
