# SPDX-License-Identifier: EUPL-1.2
"""Correcting and withdrawing, for who reported it and for the coordinator."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, member_required
from buurtwacht.reports.content import read
from buurtwacht.reports.left_out import note_on_entry
from buurtwacht.reports.thread import access, forms, queries, services
from buurtwacht.reports.thread.rules import refusal_to_write


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def correct(request: PersonRequest, report_id: UUID) -> HttpResponse:
    """Tell it again, and right this time. Everybody who was alerted hears it."""
    reader = _author(request, report_id)
    form = forms.CorrectionForm(request.POST or None, told=queries.told_last(reader.report), policy=reader.policy)
    if form.accepts():
        entry = services.correct_report(
            reader.report,
            by=reader.person,
            content=form.content(),
            entry_id=form.cleaned_data["entry_id"],
            shown=form.shown,
        )
        messages.success(request, _("Corrected. Everybody who was alerted reads it now."))
        if note := note_on_entry(form.content(), read(entry), reader.policy):
            messages.info(request, note)
        return redirect("report", report_id)
    return render(request, "reports/thread/correct.html", _context(reader) | {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def withdraw(request: PersonRequest, report_id: UUID) -> HttpResponse:
    """It was nothing, or a mistake: the description goes, and everybody hears it."""
    reader = _author(request, report_id)
    form = forms.WithdrawForm(request.POST or None, policy=reader.policy)
    if form.accepts():
        told = form.cleaned_data
        end = services.withdraw_report if told["reason"] == forms.MISTAKE else services.call_it_false_alarm
        end(reader.report, by=reader.person, text=told["text"], entry_id=told["entry_id"], shown=form.shown)
        messages.success(request, _("Withdrawn. The description has been erased, and everybody has been told."))
        return redirect("report", report_id)
    return render(request, "reports/thread/withdraw.html", _context(reader) | {"form": form})


def _author(request: PersonRequest, report_id: UUID) -> access.Reader:
    """Who may correct this report. Raises `DomainError` when it has ended."""
    reader = access.author_for(request.user, report_id)
    if request.method != "POST" and (refusal := refusal_to_write(reader.report, reader.policy)):
        raise DomainError(refusal)
    return reader


def _context(reader: access.Reader) -> dict[str, object]:
    return {"report": reader.report, "group": reader.report.group, "reader": reader}
