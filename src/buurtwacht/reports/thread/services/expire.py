# SPDX-License-Identifier: EUPL-1.2
"""Reports of which nothing more is heard: the coordinator is asked to close, then the program closes (R105, R119)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from buurtwacht.delivery.services import intend
from buurtwacht.journal.services import record
from buurtwacht.reports.models import Report

from .close import end

PROMPT_LIFE = timedelta(hours=1)
Status = Report.Status


def expire_silent_reports(now: datetime | None = None) -> int:
    """Ask or close, for every report that has been silent too long. Returns how many were asked about or closed."""
    now = now or timezone.now()
    quiet = Report.objects.filter(status__in=[Status.OPEN, Status.WAITING], last_news_at__lt=now)
    return sum(_ask_or_close(pk, now) for pk in quiet.values_list("pk", flat=True).order_by("last_news_at", "pk"))


@transaction.atomic
def _ask_or_close(report_id: UUID, now: datetime) -> bool:
    free = Report.objects.select_for_update(of=("self",), skip_locked=True).select_related("group__organisation")
    report = free.filter(pk=report_id, status__in=[Status.OPEN, Status.WAITING]).first()
    if report is None:
        return False
    policy = report.group.policy
    asked_at = report.asked_to_close_at
    if asked_at is None or asked_at < report.last_news_at:
        if report.last_news_at + timedelta(minutes=policy.silence_minutes) > now:
            return False
        return _ask(report, now)
    if asked_at + timedelta(minutes=policy.silence_grace_minutes) > now:
        return False
    end(report, reason=Report.CloseReason.SILENCE)
    return True


def _ask(report: Report, now: datetime) -> bool:
    """Ask the coordinator, once, whether this can be closed."""
    report.asked_to_close_at = now
    report.save(update_fields=["asked_to_close_at"])
    record("report.fell_silent", report.pk)
    intend("report.silence", report.pk, priority=1, valid_for=PROMPT_LIFE, payer_id=report.group_id)
    return True


def asked_to_close() -> Q:
    """Reports whose coordinator was asked to close, without news since."""
    return Q(status__in=[Status.OPEN, Status.WAITING], asked_to_close_at__gte=F("last_news_at"))
