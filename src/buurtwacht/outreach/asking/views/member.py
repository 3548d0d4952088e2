# SPDX-License-Identifier: EUPL-1.2
"""A member asks, and reads the answer."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.groups.queries import groups_coordinated_by, groups_of
from buurtwacht.groups.words import allowed_by
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.asking import access, queries, rules, services
from buurtwacht.outreach.asking.forms import AskForm
from buurtwacht.people.doors import PersonRequest, member_required

if TYPE_CHECKING:
    from buurtwacht.groups.models import WatchGroup
    from buurtwacht.reports.models import Report


@require_safe
@member_required
@never_cache
def questions(request: PersonRequest) -> HttpResponse:
    """What somebody asked before, and in which groups they can ask."""
    own = set(groups_coordinated_by(request.user))
    groups = [group for group in groups_of(request.user) if group not in own]
    context = {"questions": queries.questions_of(request.user), "groups": groups, "coordinated": own}
    return render(request, "outreach/asking/questions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def question(request: PersonRequest, question_id: UUID) -> HttpResponse:
    """One question with its answer. After the answer one thing more can be asked."""
    first = access.own_question(request.user, question_id)
    more = getattr(first, "followed_by", None)
    refusal = rules.refusal_to_ask_more(first, has_followed=more is not None)
    form = None if refusal and request.method != "POST" else _form(request, first.group)
    if form and form.accepts():
        services.ask_more(first, form.cleaned_data["words"], by=request.user, shown=form.shown)
        messages.success(request, _("Your question is with your coordinator."))
        return redirect("own_question", question_id)
    context = {"question": first, "more": more, "form": form, "group": first.group, "report": first.report}
    return render(request, "outreach/asking/question.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def ask(request: PersonRequest, slug: str) -> HttpResponse:
    """A question about anything but a report."""
    return _asked(request, access.group_to_ask_in(request.user, slug))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
@never_cache
def ask_about(request: PersonRequest, report_id: UUID) -> HttpResponse:
    """A question about a report. It tells no neighbour anything, whatever it says."""
    report = access.report_to_ask_about(request.user, report_id)
    return _asked(request, report.group, report)


def _asked(request: PersonRequest, group: "WatchGroup", report: "Report | None" = None) -> HttpResponse:
    form = _form(request, group)
    if form.accepts():
        words = form.cleaned_data["words"]
        try:
            asked = services.ask_coordinator(group, words, by=request.user, report=report, shown=form.shown)
        except DomainError as refusal:  # sent twice at once, past the most of a day: what was typed stands there still
            form.add_error("words", str(refusal.message))
        else:
            messages.success(request, _("Your question is with your coordinator. You hear it when there is an answer."))
            return redirect("own_question", asked.pk)
    context = {"form": form, "group": group, "report": report}
    return render(request, "outreach/asking/ask.html", context, status=400 if form.errors else 200)


def _form(request: PersonRequest, group: "WatchGroup") -> AskForm:
    return AskForm(request.POST if request.method == "POST" else None, allowed=allowed_by(group.policy))
