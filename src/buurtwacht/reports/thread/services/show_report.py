# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.screens import begin_stage, unsay_report

from .locked import locked, refuse_all_but_judges

Status = Report.Status


@transaction.atomic
def show_report_again(report: Report, *, by: Person) -> Entry:
    """A report was hidden whole by mistake: it stands as it stood, and everybody who was told hears so.

    What went on then goes on, unless it was silent for so long since that it would have been closed. Raises `NotFound`
    for whoever does not judge it, and `DomainError` for who made it, when it is not hidden, or its words are gone.
    """
    report = locked(report)
    refuse_all_but_judges(report, by, report.reporter_id)
    if report.status != Status.HIDDEN:
        raise DomainError(_("This report is not hidden."))
    if report.reporter_id == by.pk:
        raise DomainError(_("This is your own report. Another administrator decides about it."))
    if report.erased_at:
        raise DomainError(_("There are no words to show again."))
    _restore(report)
    unsay_report(report)
    return begin_stage(report, kind=Entry.Kind.SHOWN_AGAIN, role=Entry.Role.COORDINATOR, author=by, content=Content())


def _restore(report: Report) -> None:
    """The state of before, which the thread tells. A new silence begins to be counted."""
    ended = report.entries.filter(kind=Entry.Kind.CLOSING).order_by("-sequence").first()
    if ended:
        report.status, report.closed_at, report.closed_by = Status.CLOSED, ended.at, ended.author
    elif _is_long_ago(report):
        report.status, report.closed_by, report.close_reason = Status.CLOSED, None, Report.CloseReason.SILENCE
    else:
        report.status, report.closed_at, report.closed_by = rules.state_of_a_live(report), None, None
    report.asked_to_close_at = None
    report.save(update_fields=["status", "closed_at", "closed_by", "close_reason", "asked_to_close_at"])


def _is_long_ago(report: Report) -> bool:
    policy = report.group.policy
    silence = timedelta(minutes=policy.silence_minutes + policy.silence_grace_minutes)
    return report.closed_at is not None and report.closed_at + silence <= timezone.now()
