# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.screens import begin_stage

from .locked import locked, refuse_all_but_coordinator, said_before


@transaction.atomic
def raise_alarm(report: Report, *, by: Person, entry_id: UUID | None = None) -> Entry:
    """The coordinator raises the alarm that a member asked for, where the policy leaves that to the coordinator."""
    report = locked(report)
    if said := said_before(report, entry_id):
        return said
    refuse_all_but_coordinator(report, by)
    if report.status != Report.Status.WAITING:
        raise DomainError(_("Nobody waits for this any more: the alarm was raised, or the report has ended."))
    report.status, report.shown_at = Report.Status.OPEN, timezone.now()
    report.save(update_fields=["status", "shown_at"])
    return begin_stage(
        report,
        kind=Entry.Kind.RAISED,
        role=Entry.Role.COORDINATOR,
        author=by,
        content=Content(called_at=report.called_at),
        entry_id=entry_id,
    )
