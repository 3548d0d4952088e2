# SPDX-License-Identifier: EUPL-1.2
"""Adding to a report: first the kind of news, then few fields."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, member_required
from buurtwacht.reports.access import no_such_report
from buurtwacht.reports.content import read
from buurtwacht.reports.flow.photo_words import photo_link
from buurtwacht.reports.left_out import note_on_entry
from buurtwacht.reports.thread import access, forms, queries, services
from buurtwacht.reports.thread.rules import refusal_to_add, refusal_to_write


@require_safe
@member_required
def add(request: PersonRequest, report_id: UUID) -> HttpResponse:
    """Which kind of news is it?"""
    reader = access.writer_for(request.user, report_id)
    if refusal := refusal_to_write(reader.report, reader.policy):
        raise DomainError(refusal)
    kinds = forms.kinds_open(reader.report, reader.policy)
    return render(request, "reports/thread/add.html", _context(reader) | {"kinds": kinds})


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def add_kind(request: PersonRequest, report_id: UUID, slug: str) -> HttpResponse:
    """The form for one kind of news."""
    reader = access.writer_for(request.user, report_id)
    news = forms.kind_called(slug) or no_such_report()
    if refusal := refusal_to_add(reader.report, news.kind, reader.policy):
        raise DomainError(refusal)
    said_at = queries.moments_of(reader.report, request.user)
    sent = {"data": request.POST or None, "files": request.FILES or None}
    form = forms.news_form(news.kind, reader.report, reader.policy, said_at=said_at, **sent)
    if form.accepts():
        entry = services.add_supplement(
            reader.report,
            by=request.user,
            kind=news.kind,
            content=form.content(),
            entry_id=form.cleaned_data["entry_id"],
            shown=form.shown,
            photos=form.photos,
        )
        messages.success(request, _("Your neighbours see it now. Thank you."))
        if note := note_on_entry(form.content(), read(entry), reader.policy):
            messages.info(request, note)
        return redirect("report", report_id)
    context = {"news": news, "form": form, "policy": reader.policy, "photo_link": photo_link(reader.policy.photo)}
    return render(request, "reports/thread/add_kind.html", _context(reader) | context)


def _context(reader: access.Reader) -> dict[str, object]:
    report = reader.report
    quiet = {"number": reader.policy.emergency_number, "called_at": report.called_at, "quiet": bool(report.called_at)}
    return {"report": report, "group": report.group, "reader": reader, "sos": quiet}
