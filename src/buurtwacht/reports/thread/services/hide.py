# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.screens import begin_stage, unsay_report

from .buddy import end_buddy_requests
from .locked import locked, refuse_all_but_judges


@transaction.atomic
def hide_report(report: Report, *, by: Person, reason: str) -> Entry:
    """The coordinator takes a report out of sight. The reporter hears why; everybody alerted hears that it is gone.

    `reason` is one of `rules.HideReason`.
    """
    report = locked(report)
    refuse_all_but_judges(report, by, report.reporter_id)
    if report.status == Report.Status.HIDDEN:
        raise DomainError(_("This report is hidden already."))
    report.status, report.closed_at, report.closed_by = Report.Status.HIDDEN, report.closed_at or timezone.now(), by
    report.save(update_fields=["status", "closed_at", "closed_by"])
    end_buddy_requests(report)
    unsay_report(report)
    content = Content(reason=rules.HideReason(reason).value)
    return begin_stage(report, kind=Entry.Kind.HIDDEN, role=Entry.Role.COORDINATOR, author=by, content=content)
