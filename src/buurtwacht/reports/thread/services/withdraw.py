# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.lib.errors import refuse_if
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.screens import begin_stage, show_again

from .buddy import end_buddy_requests
from .erase import erase_description
from .locked import check_words, locked, refuse_others, said_before


@transaction.atomic
def withdraw_report(
    report: Report, *, by: Person, text: str = "", entry_id: UUID | None = None, shown: Iterable[str] = ()
) -> Entry:
    """Take a report back: it was a mistake. What it described is erased, and everybody who was alerted hears it."""
    return _end_for_nothing(report, by, Entry.Kind.WITHDRAWN, text, entry_id, shown)


@transaction.atomic
def call_it_false_alarm(
    report: Report, *, by: Person, text: str = "", entry_id: UUID | None = None, shown: Iterable[str] = ()
) -> Entry:
    """Nothing was wrong ("it was the newspaper boy"): a normal end. What it described is erased."""
    return _end_for_nothing(report, by, Entry.Kind.FALSE_ALARM, text, entry_id, shown)


def _end_for_nothing(
    report: Report, by: Person, kind: Entry.Kind, text: str, entry_id: UUID | None, shown: Iterable[str]
) -> Entry:
    report = locked(report)
    if said := said_before(report, entry_id):
        return said
    role = refuse_others(report, by)
    refuse_if(rules.refusal_to_write(report, report.group.policy))
    check_words(report, Content(text=text), shown)
    withdrawn = kind == Entry.Kind.WITHDRAWN
    report.status = Report.Status.WITHDRAWN if withdrawn else Report.Status.CLOSED
    report.close_reason = "" if withdrawn else Report.CloseReason.FALSE_ALARM
    report.closed_at, report.closed_by = timezone.now(), by
    report.save(update_fields=["status", "close_reason", "closed_at", "closed_by"])
    end_buddy_requests(report)
    erased = erase_description(report)
    content = Content(text=text, reason=str(report.close_reason))
    entry = begin_stage(report, kind=kind, role=role, author=by, content=content, entry_id=entry_id)
    show_again(report, erased)
    return entry
