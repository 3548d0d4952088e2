# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from buurtwacht.people.doors import PersonRequest, member_required
from buurtwacht.reports import access
from buurtwacht.reports.flow.after import after_sharing
from buurtwacht.reports.flow.private_note import kept_words
from buurtwacht.reports.left_out import note_about


@require_safe
@member_required
@never_cache
def shared(request: PersonRequest, report_id: UUID) -> HttpResponse:
    """The R of SAAR, for the reporter: your neighbours know, and you need not do anything. Once it is over, its end."""
    report = access.own_report(request.user, report_id)
    if not report.is_live:
        return redirect("report", report.pk)
    words = kept_words(request.session, report.pk)
    note = {"left_out": note_about(words, report.group.policy) if words else ""}
    return render(request, "reports/flow/shared.html", after_sharing(report) | note)
