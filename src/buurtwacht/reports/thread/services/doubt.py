# SPDX-License-Identifier: EUPL-1.2
"""A question in doubt lasts minutes and ends in "called" or "false alarm" (R094, C3)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.delivery.services import intend
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.screens import begin_stage

from .close import end
from .locked import locked, refuse_all_but_coordinator, said_before

CALL_NOW_LIFE = timedelta(minutes=10)


@transaction.atomic
def advise_to_call(report: Report, *, by: Person, entry_id: UUID | None = None) -> Entry:
    """The coordinator answers a question in doubt: call. The one who asked hears it at once."""
    report = _question(report, by)
    if said := said_before(report, entry_id):
        return said
    return _answer(report, by, rules.Answer.CALL, entry_id)


@transaction.atomic
def ask_the_group(report: Report, *, by: Person, entry_id: UUID | None = None) -> Entry:
    """The coordinator puts a question in doubt before the whole group."""
    report = _question(report, by)
    if said := said_before(report, entry_id):
        return said
    if report.shown_at is not None:
        raise DomainError(_("The group has been asked already."))
    report.shown_at = timezone.now()
    report.save(update_fields=["shown_at"])
    return _answer(report, by, rules.Answer.SHARE, entry_id, alarm=True)


def end_doubts(now: datetime | None = None) -> int:
    """At its deadline who asked is told to call; a little later the question ends by itself. Returns how many."""
    now = now or timezone.now()
    due = Report.objects.filter(status=Report.Status.DOUBT, doubt_until__lte=now)
    return sum(_remind_or_end(pk, now) for pk in due.values_list("pk", flat=True))


@transaction.atomic
def end_doubt(report: Report) -> Entry:
    """End a question in doubt that nobody answered. Who asked, and whoever was asked, hears it."""
    return end(locked(report), reason=Report.CloseReason.SILENCE)


@transaction.atomic
def _remind_or_end(report_id: UUID, now: datetime) -> bool:
    free = Report.objects.select_for_update(of=("self",), skip_locked=True).select_related("group__organisation")
    report = free.filter(pk=report_id, status=Report.Status.DOUBT).first()
    if report is None or report.doubt_until is None:
        return False
    if report.asked_to_close_at is None:
        report.asked_to_close_at = now
        report.save(update_fields=["asked_to_close_at"])
        record("report.doubt_due", report.pk)
        intend("report.doubt_due", report.pk, priority=0, valid_for=CALL_NOW_LIFE, payer_id=report.group_id)
        return True
    if report.doubt_until + rules.DOUBT_GRACE > now:
        return False
    end(report, reason=Report.CloseReason.SILENCE)
    return True


def _question(report: Report, by: Person) -> Report:
    """The question, held. Raises `DomainError` when it was answered or ended in the meantime."""
    report = locked(report)
    refuse_all_but_coordinator(report, by)
    if report.status != Report.Status.DOUBT:
        raise DomainError(_("This is no longer a question: somebody called, or it has ended."))
    return report


def _answer(report: Report, by: Person, answer: rules.Answer, entry_id: UUID | None, *, alarm: bool = False) -> Entry:
    return begin_stage(
        report,
        kind=Entry.Kind.ADVICE,
        role=Entry.Role.COORDINATOR,
        author=by,
        content=Content(reason=answer.value, until=report.doubt_until),
        entry_id=entry_id,
        alarm=alarm,
    )
