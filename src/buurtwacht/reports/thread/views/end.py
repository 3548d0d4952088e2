# SPDX-License-Identifier: EUPL-1.2
"""What only the coordinator does to a report: close it, answer who waits, hide it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, second_factor_required
from buurtwacht.reports.thread import access, forms, queries, services
from buurtwacht.reports.thread.rules import refusal_to_write


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def close(request: PersonRequest, slug: str, report_id: UUID) -> HttpResponse:
    """The end, with a reason and one line for everybody."""
    reader = _coordinator(request, slug, report_id)
    form = forms.CloseForm(request.POST or None, policy=reader.policy)
    if form.accepts():
        told = form.cleaned_data
        services.close_report(
            reader.report,
            by=reader.person,
            reason=told["reason"],
            advice=told["advice"],
            entry_id=told["entry_id"],
            shown=form.shown,
        )
        messages.success(request, _("Closed. Everybody gets one last message."))
        return redirect("desk", slug)
    if refusal := refusal_to_write(reader.report, reader.policy):
        raise DomainError(refusal)
    return render(request, "reports/thread/close.html", _context(reader) | {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def answer(request: PersonRequest, slug: str, report_id: UUID) -> HttpResponse:
    """Somebody is in doubt, or asks for an alarm: what do you say?"""
    reader = _coordinator(request, slug, report_id)
    form = forms.AnswerForm(request.POST or None, answers=queries.answers_offered(reader.report))
    if form.is_valid():
        services.answer_question(
            reader.report, by=reader.person, answer=form.cleaned_data["answer"], entry_id=form.cleaned_data["entry_id"]
        )
        messages.success(request, _("Your answer has been told."))
        return redirect("desk", slug)
    if not queries.answers_offered(reader.report):
        raise DomainError(_("This is no longer a question: somebody called, or it has ended."))
    return render(request, "reports/thread/answer.html", _context(reader) | {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def hide(request: PersonRequest, slug: str, report_id: UUID) -> HttpResponse:
    """Out of sight, with a reason."""
    reader = _coordinator(request, slug, report_id)
    form = forms.HideForm(request.POST or None)
    if form.is_valid():
        services.hide_report(reader.report, by=reader.person, reason=form.cleaned_data["reason"])
        messages.success(request, _("Hidden. The reporter has been told why."))
        return redirect("desk", slug)
    return render(request, "reports/thread/hide.html", _context(reader) | {"form": form})


@require_POST
@second_factor_required
def show_again(request: PersonRequest, slug: str, report_id: UUID) -> HttpResponse:
    """It was hidden by mistake."""
    reader = _coordinator(request, slug, report_id)
    services.show_report_again(reader.report, by=reader.person)
    messages.success(request, _("Shown again. Everybody who was told hears so."))
    return redirect("report", report_id)


def _coordinator(request: PersonRequest, slug: str, report_id: UUID) -> access.Reader:
    return access.report_to_coordinate(request.user, slug, report_id)


def _context(reader: access.Reader) -> dict[str, object]:
    return {
        "report": reader.report,
        "group": reader.report.group,
        "reader": reader,
        "page": queries.page_of(reader),
        "back_url": None,
    }
