# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.screens import begin_stage

from .buddy import end_buddy_requests
from .locked import check_words, closed_already, locked, refuse_all_but_coordinator, said_before
from .withdraw import call_it_false_alarm


@transaction.atomic
def close_report(
    report: Report,
    *,
    by: Person,
    reason: str,
    advice: str = "",
    entry_id: UUID | None = None,
    shown: Iterable[str] = (),
) -> Entry:
    """The coordinator ends a report, with a reason and one line of advice. Everybody gets one closing message (R118).

    From then on it is read-only. Raises `DomainError` when somebody else closed it first.
    """
    if reason == Report.CloseReason.FALSE_ALARM:
        refuse_all_but_coordinator(report, by)
        return call_it_false_alarm(report, by=by, text=advice, entry_id=entry_id, shown=shown)
    report = locked(report)
    if said := said_before(report, entry_id):
        return said
    refuse_all_but_coordinator(report, by)
    if not report.is_live:
        closed_already(report)
    check_words(report, Content(advice=advice), shown)
    return end(report, reason=reason, advice=advice, by=by, entry_id=entry_id)


def end(
    report: Report, *, reason: str, advice: str = "", by: Person | None = None, entry_id: UUID | None = None
) -> Entry:
    """Close a report that is held. Without `by` the program does it."""
    report.status, report.close_reason = Report.Status.CLOSED, reason
    report.closed_at, report.closed_by = timezone.now(), by
    report.save(update_fields=["status", "close_reason", "closed_at", "closed_by"])
    end_buddy_requests(report)
    return begin_stage(
        report,
        kind=Entry.Kind.CLOSING,
        role=Entry.Role.COORDINATOR if by else Entry.Role.PROGRAM,
        author=by,
        content=Content(reason=reason, advice=advice),
        entry_id=entry_id,
    )
