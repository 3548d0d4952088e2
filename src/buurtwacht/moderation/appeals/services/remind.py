# SPDX-License-Identifier: EUPL-1.2
"""An appeal and a question get an answer within two weeks: a reminder halfway, and one when the term is over."""

from django.db import transaction
from django.utils import timezone

from buurtwacht.journal.services import record
from buurtwacht.moderation.appeals import rules
from buurtwacht.moderation.ladder import TO_ANSWER
from buurtwacht.moderation.models import Appeal, Case


def remind_of_appeals() -> int:
    """Remind who judges, and tell the member when it takes longer. Returns how many appeals that was."""
    now, reminded = timezone.now(), 0
    for pk in Appeal.objects.filter(answered_at=None, reminded__lt=2).values_list("pk", flat=True):
        with transaction.atomic():
            appeal = Appeal.objects.select_for_update(of=("self",)).select_related("measure__case").get(pk=pk)
            due = rules.reminders_due(appeal.answer_by - TO_ANSWER, appeal.answer_by, now)
            if appeal.answered_at or due <= appeal.reminded:
                continue
            appeal.reminded = due
            appeal.save(update_fields=["reminded"])
            record("appeal.delayed", appeal.pk, group=appeal.measure.case.group_id, late=due > 1)
            reminded += 1
    return reminded


def remind_of_questions() -> int:
    """Remind who was asked about a case. Returns how many cases that was."""
    now, reminded = timezone.now(), 0
    waiting = Case.objects.filter(desk=Case.Desk.ORGANISATION, closed_at=None, escalated_at__isnull=False)
    for pk in waiting.filter(reminded__lt=2).values_list("pk", flat=True):
        with transaction.atomic():
            case = Case.objects.select_for_update(of=("self",)).get(pk=pk)
            if case.closed_at or case.escalated_at is None:
                continue
            due = rules.reminders_due(case.escalated_at, case.escalated_at + TO_ANSWER, now)
            if due > case.reminded:
                case.reminded = due
                case.save(update_fields=["reminded"])
                record("case.delayed", case.pk, group=case.group_id, late=due > 1)
                reminded += 1
    return reminded
