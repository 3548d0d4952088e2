# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.utils import timezone

from buurtwacht.alerts.models import Acknowledgement
from buurtwacht.alerts.personal_data import KEPT_FOR, erase_answers, export_answers, forget_answers
from buurtwacht.alerts.services import acknowledge
from buurtwacht.reports.models import Report


def test_an_answer_can_be_asked_for_and_taken_back(report, anna):
    acknowledge(report.pk, anna, "watching")

    [row] = export_answers(anna.pk)
    assert (row["report"], row["answer"]) == (str(report.pk), "watching")

    erase_answers(anna.pk)
    assert export_answers(anna.pk) == []


def test_answers_go_with_the_words_of_the_report(report, anna):
    acknowledge(report.pk, anna, "watching")
    now = timezone.now()
    Report.objects.filter(pk=report.pk).update(closed_at=now - KEPT_FOR + timedelta(minutes=1))

    forget_answers(now)
    assert Acknowledgement.objects.count() == 1

    forget_answers(now + timedelta(minutes=2))
    assert Acknowledgement.objects.count() == 0
