# SPDX-License-Identifier: EUPL-1.2
"""The silent answer, the totals, and the clock."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from buurtwacht.people.doors import PersonRequest, member_required, second_factor_required
from buurtwacht.reports.thread.access import report_to_coordinate

from . import access, services
from .chart import chart_of
from .clock import alert_clock
from .old_group import text_for_old_group
from .queries import reach

if TYPE_CHECKING:
    from buurtwacht.reports.models import Report


@require_POST
@member_required
def answer(request: PersonRequest, report_id: UUID) -> HttpResponse:
    """Let know in silence. Without a script the page comes back; with one a short thank-you takes its place."""
    report = access.report_to_answer(request.user, report_id)
    given = services.acknowledge(report.pk, request.user, request.POST.get("answer", ""))
    if request.htmx:
        return render(request, "alerts/_answered.html", {"report": report, "given": given})
    return redirect("report", report_id=report.pk)


@require_safe
@member_required
@never_cache
def totals(request: PersonRequest, report_id: UUID) -> HttpResponse:
    """How many neighbours were reached, for the reporter and the coordinators."""
    report = access.report_with_totals_for(request.user, report_id)
    context = _about(report) | {"reach": reach(report)}
    return render(request, "alerts/_reach.html" if request.htmx else "alerts/reach.html", context)


@require_safe
@member_required
@never_cache
def clock(request: PersonRequest, report_id: UUID) -> HttpResponse:
    """How fast everybody knew, for the reporter and the coordinators."""
    report = access.report_with_totals_for(request.user, report_id)
    found = alert_clock(report)
    context = _about(report) | {"clock": found, "chart": chart_of(found)}
    return render(request, "alerts/_clock.html" if request.htmx else "alerts/clock.html", context)


@require_safe
@second_factor_required
@never_cache
def old_group(request: PersonRequest, slug: str, report_id: UUID) -> HttpResponse:
    """What a coordinator passes on by hand to a WhatsApp group from before. Members have no such page."""
    report = report_to_coordinate(request.user, slug, report_id).report
    return render(request, "alerts/old_group.html", _about(report) | {"text": text_for_old_group(report)})


def _about(report: "Report") -> dict[str, Any]:
    """What every page about a report shows. The emergency bar is quiet once somebody called, while it is going on."""
    called_at = report.called_at if report.is_live else None
    sos = {"number": report.group.policy.emergency_number, "called_at": called_at, "quiet": bool(called_at)}
    return {"report": report, "group": report.group, "sos": sos}
