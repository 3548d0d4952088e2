# SPDX-License-Identifier: EUPL-1.2
"""Reading: one report, and the list of reports."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from buurtwacht.groups.access import check_welcomed
from buurtwacht.groups.standing import own_memberships
from buurtwacht.live.services import person_topic
from buurtwacht.people.doors import PersonRequest, member_required
from buurtwacht.reports.thread import access, queries
from buurtwacht.reports.thread.answers_registry import CHOICES, answer_of


@require_safe
@member_required
@never_cache
def report(request: PersonRequest, report_id: UUID) -> HttpResponse:
    """Screen 06: what is going on, for whoever may read it."""
    reader = access.reader_for(request.user, report_id, own_memberships(request))
    page = queries.page_of(reader)
    context = {
        "page": page,
        "report": reader.report,
        "reader": reader,
        "group": reader.report.group,
        "sos": page.sos,
        "choices": CHOICES,
        "answer": answer_of(report_id, request.user.pk),
        "topics": [f"report:{report_id}:{request.LANGUAGE_CODE}", person_topic(request.user.pk)],
    }
    return render(request, "reports/thread/report.html", context)


@require_safe
@member_required
@never_cache
def reports(request: PersonRequest) -> HttpResponse:
    """What is going on, and what has ended, in the groups of this person."""
    memberships = own_memberships(request)
    check_welcomed(*memberships)
    listing = queries.reports_for(request.user, memberships)
    return render(request, "reports/thread/reports.html", {"listing": listing})
