# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.delivery.models import Intent
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services

from .threads import kinds, sighting


def later(minutes):
    return timezone.now() + timedelta(minutes=minutes)


@pytest.fixture
def report(group, bram):
    return make_report(group, bram)


def asked(report):
    return Intent.objects.filter(kind="report.silence", subject_id=report.pk).count()


def test_as_long_as_there_is_news_nobody_is_asked(report):
    assert services.expire_silent_reports(later(59)) == 0
    assert asked(report) == 0


def test_after_an_hour_of_silence_the_coordinator_is_asked_once(report):
    assert services.expire_silent_reports(later(61)) == 1
    assert services.expire_silent_reports(later(62)) == 0
    assert asked(report) == 1


def test_without_an_answer_the_program_closes(report):
    services.expire_silent_reports(later(61))
    services.expire_silent_reports(later(92))

    report.refresh_from_db()
    last = report.entries.order_by("sequence").last()
    assert (report.status, report.close_reason, report.closed_by) == ("closed", "silence", None)
    assert (last.kind, last.role) == (Entry.Kind.CLOSING, Entry.Role.PROGRAM)


def test_news_after_the_question_gives_it_another_hour(report, gerrit):
    services.expire_silent_reports(later(61))
    with time_machine.travel(later(70), tick=False):
        sighting(report, gerrit)
    assert services.expire_silent_reports(later(100)) == 0
    assert services.expire_silent_reports(later(131)) == 1
    assert asked(report) == 2


def test_the_group_decides_how_long_silence_lasts(group, bram):
    group.overrides = {"silence_minutes": 20, "silence_grace_minutes": 5}
    group.save(update_fields=["overrides"])
    report = make_report(group, bram)
    services.expire_silent_reports(later(21))
    services.expire_silent_reports(later(27))
    report.refresh_from_db()
    assert report.status == Report.Status.CLOSED


def test_a_request_for_an_alarm_does_not_hang_for_ever_either(db):
    from buurtwacht.testing.cast import gather

    cast = gather("be-bin")
    report = make_report(cast.group, cast.bram, status="waiting")
    services.expire_silent_reports(later(61))
    services.expire_silent_reports(later(92))
    report.refresh_from_db()
    assert kinds(report) == ["shared", "closing"]
    assert report.shown_at is None
