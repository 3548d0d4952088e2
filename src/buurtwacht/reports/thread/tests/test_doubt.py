# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.delivery.models import Intent
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.live.models import Event
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import access, services
from buurtwacht.testing.cast import gather

from .threads import doubtful, kinds, waiting


def later(minutes):
    return timezone.now() + timedelta(minutes=minutes)


def test_the_coordinator_first_and_the_group_not_yet(cast):
    report = doubtful(cast.group, cast.bram)
    assert access.reader_for(cast.anna, report.pk).report == report
    with pytest.raises(NotFound):
        access.reader_for(cast.gerrit, report.pk)


def test_the_group_at_once_where_the_policy_says_so(db):
    cast = gather("nl-binnenbijster")
    report = doubtful(cast.group, cast.bram)
    assert access.reader_for(cast.gerrit, report.pk).report == report


def test_the_answer_is_call_and_who_asked_hears_it(group, anna, bram):
    report = doubtful(group, bram)
    entry = services.answer_question(report, by=anna, answer="call")
    assert kinds(report) == ["shared", "advice"]
    assert Intent.objects.filter(subject_id=entry.pk).exists()
    assert not Event.objects.filter(topic__startswith=f"group:{group.pk}").exists()


def test_the_answer_is_share_and_then_the_group_sees_it(cast):
    report = doubtful(cast.group, cast.bram)

    entry = services.answer_question(report, by=cast.anna, answer="share")

    assert access.reader_for(cast.gerrit, report.pk).report == report
    assert Intent.objects.get(subject_id=entry.pk).priority == 0
    with pytest.raises(DomainError):
        services.answer_question(report, by=cast.anna, answer="share")


def test_the_answer_is_that_nothing_is_wrong(group, anna, bram):
    report = doubtful(group, bram)
    services.answer_question(report, by=anna, answer="false_alarm")
    report.refresh_from_db()
    assert (report.status, report.close_reason) == ("closed", "false_alarm")


def test_an_answer_comes_too_late_when_somebody_called(group, anna, bram):
    report = doubtful(group, bram)
    services.call_made(report, by=bram)
    with pytest.raises(DomainError):
        services.answer_question(report, by=anna, answer="call")


@pytest.mark.parametrize("name", ["bram", "gerrit", "farid"])
def test_only_the_coordinator_answers(cast, name):
    with pytest.raises(NotFound):
        services.answer_question(doubtful(cast.group, cast.bram), by=getattr(cast, name), answer="call")


def test_before_the_deadline_nothing_happens(group, bram):
    doubtful(group, bram)
    assert services.end_doubts(later(14)) == 0


def test_at_the_deadline_who_asked_is_told_to_call_once(group, bram):
    report = doubtful(group, bram)
    assert services.end_doubts(later(16)) == 1
    assert services.end_doubts(later(17)) == 0
    assert Intent.objects.filter(kind="report.doubt_due", subject_id=report.pk).count() == 1


def test_a_little_later_the_question_ends_by_itself(group, bram):
    report = doubtful(group, bram)
    services.end_doubts(later(16))
    services.end_doubts(later(21))
    report.refresh_from_db()
    assert (report.status, report.close_reason, kinds(report)[-1]) == ("closed", "silence", "closing")


def test_a_question_the_group_never_saw_stays_unseen_after_its_end(cast):
    report = doubtful(cast.group, cast.bram)
    services.end_doubt(report)
    with pytest.raises(NotFound):
        access.reader_for(cast.gerrit, report.pk)


def test_calling_in_the_last_minute_still_counts(group, bram):
    report = doubtful(group, bram)
    services.end_doubts(later(16))
    with time_machine.travel(later(17), tick=False):
        services.call_made(report, by=bram)
    services.end_doubts(later(30))
    report.refresh_from_db()
    assert report.status == "open"


def test_where_the_coordinator_raises_the_alarm_the_coordinator_does(db):
    cast = gather("be-bin")
    report = waiting(cast.group, cast.bram)

    entry = services.answer_question(report, by=cast.anna, answer="raise")

    report.refresh_from_db()
    assert (report.status, entry.kind) == ("open", "raised")
    assert Intent.objects.get(subject_id=entry.pk).priority == 0
    assert access.reader_for(cast.gerrit, report.pk).report == report
    with pytest.raises(DomainError):
        services.raise_alarm(report, by=cast.anna)


def test_an_open_report_is_no_question(group, anna, bram):
    with pytest.raises(DomainError):
        services.answer_question(make_report(group, bram), by=anna, answer="call")
