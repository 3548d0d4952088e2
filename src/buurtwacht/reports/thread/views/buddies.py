# SPDX-License-Identifier: EUPL-1.2
"""Not going alone: ask one neighbour, go along, say that all is well."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from buurtwacht.lib.errors import DomainError
from buurtwacht.people.doors import PersonRequest, member_required
from buurtwacht.reports.thread import access, services
from buurtwacht.reports.thread.rules import refusal_to_go


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def ask(request: PersonRequest, report_id: UUID) -> HttpResponse:
    """The safety card first; then ask who comes along."""
    reader = _reader(request, report_id)
    if request.method == "POST":
        services.ask_for_buddy(reader.report, by=reader.person)
        messages.success(request, _("Asked. Wait inside until somebody joins. Do not go alone."))
        return redirect("report", report_id)
    return render(request, "reports/thread/buddy.html", _context(reader))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def join(request: PersonRequest, report_id: UUID, request_id: UUID) -> HttpResponse:
    """The safety card first; then go along."""
    reader = _reader(request, report_id)
    wish = access.buddy_request_for(reader.person, report_id, request_id)
    if request.method == "POST":
        services.join_buddy(wish, by=reader.person)
        messages.success(request, _("You go together. Within ten minutes both tell here that all is well."))
        return redirect("report", report_id)
    return render(request, "reports/thread/buddy.html", _context(reader) | {"wish": wish})


@require_POST
@member_required
def check_in(request: PersonRequest, report_id: UUID, request_id: UUID) -> HttpResponse:
    """All is well: home again, or still outside."""
    wish = access.buddy_request_for(request.user, report_id, request_id)
    services.check_in(wish, by=request.user, home="home" in request.POST)
    messages.success(request, _("Good to know. Thank you."))
    return redirect("report", report_id)


def _reader(request: PersonRequest, report_id: UUID) -> access.Reader:
    reader = access.writer_for(request.user, report_id)
    if refusal := refusal_to_go(reader.report, reader.policy):
        raise DomainError(refusal)
    return reader


def _context(reader: access.Reader) -> dict[str, object]:
    return {"report": reader.report, "group": reader.report.group, "reader": reader}
