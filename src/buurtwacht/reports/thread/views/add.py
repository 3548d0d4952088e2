# SPDX-License-Identifier: EUPL-1.2
"""Adding to a report: first the kind of news, then few fields."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, member_required
from buurtwacht.reports.access import no_such_report
from buurtwacht.reports.content import Content, read
from buurtwacht.reports.flow.photo_words import photo_link
from buurtwacht.reports.left_out import note_on_entry
from buurtwacht.reports.thread import access, forms, queries, services
from buurtwacht.reports.thread.rules import refusal_to_add, refusal_to_write


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def add(request: PersonRequest, report_id: UUID) -> HttpResponse:
    """Which kind of news is it? Who was telling the same when a neighbour called brings along what they told."""
    reader = access.writer_for(request.user, report_id)
    if refusal := refusal_to_write(reader.report, reader.policy):
        raise DomainError(refusal)
    kinds = forms.kinds_open(reader.report, reader.policy)
    seen = next((kind for kind in kinds if kind.kind == forms.SEEN), None)
    if request.method == "POST" and seen:
        return _brought_along(request, reader, seen)
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
    sent: dict[str, Any] = {"data": request.POST or None, "files": request.FILES or None}
    form = forms.news_form(news.kind, reader.report, reader.policy, said_at=said_at, **sent)
    carried = forms.Carried(request.POST, reader.report.group) if news.kind == forms.SEEN else None
    if form.accepts():
        entry = services.add_supplement(
            reader.report,
            by=request.user,
            kind=news.kind,
            content=_with_cards(form.content(), carried),
            entry_id=form.cleaned_data["entry_id"],
            shown=form.shown,
            photos=form.photos,
        )
        messages.success(request, _("Your neighbours see it now. Thank you."))
        if note := note_on_entry(form.content(), read(entry), reader.policy):
            messages.info(request, note)
        return redirect("report", report_id)
    return _form_page(request, reader, news, form, carried, brought="brought" in request.POST)


def _brought_along(request: PersonRequest, reader: access.Reader, seen: forms.NewsKind) -> HttpResponse:
    """The form for what they see, filled in with the draft of their own report. Nothing is sent yet, so it stays."""
    carried = forms.Carried(request.POST, reader.report.group)
    form = forms.news_form(seen.kind, reader.report, reader.policy, carried=carried)
    return _form_page(request, reader, seen, form, carried, lost=bool(request.FILES.get("photo")), brought=True)


def _with_cards(content: Content, carried: forms.Carried | None) -> Content:
    return replace(content, persons=carried.persons, vehicles=carried.vehicles) if carried else content


def _form_page(
    request: PersonRequest,
    reader: access.Reader,
    news: forms.NewsKind,
    form: forms.NewsForm,
    carried: forms.Carried | None,
    *,
    lost: bool = False,
    brought: bool = False,
) -> HttpResponse:
    about = {"policy": reader.policy, "photo_link": photo_link(reader.policy.photo), "carried": carried}
    here = {"news": news, "form": form, "photo_is_lost": lost or form.photo_is_lost, "brought": brought}
    return render(request, "reports/thread/add_kind.html", _context(reader) | about | here)


def _context(reader: access.Reader) -> dict[str, object]:
    report = reader.report
    quiet = {"number": reader.policy.emergency_number, "called_at": report.called_at, "quiet": bool(report.called_at)}
    return {"report": report, "group": report.group, "reader": reader, "sos": quiet}
