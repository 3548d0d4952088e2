# SPDX-License-Identifier: EUPL-1.2
"""The monthly test: when it is due, whom it proves, and who gets help."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.alerts.models import TestAlarm
from buurtwacht.alerts.proof.calendar import first_saturday, is_due
from buurtwacht.alerts.proof.missed import missed_members
from buurtwacht.alerts.proof.queries import outcome_of, proven_members
from buurtwacht.alerts.proof.services import LASTS, end_due_tests, start_due_tests, start_test
from buurtwacht.channels.log.channel import LogChannel, forget_all
from buurtwacht.delivery.now import deliver_now
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.errors import DomainError
from buurtwacht.live.folding import fold_receipts
from buurtwacht.people.models import ContactPoint
from buurtwacht.reports.tests.stories import make_report

from .test_receipts import tell_back

SATURDAY = datetime.fromisoformat("2026-12-05T11:30:00+01:00")


@pytest.mark.parametrize(
    ("moment", "last", "due"),
    [
        ("2026-12-05T11:00", None, True),
        ("2026-12-05T10:59", None, False),
        ("2026-12-05T20:00", None, False),
        ("2026-12-04T12:00", None, False),
        ("2026-12-09T12:00", None, True),
        ("2026-12-09T12:00", "2026-12-05T11:00", False),
        ("2026-12-05T12:00", "2026-11-07T11:00", True),
        ("2026-12-05T12:00", "2026-12-02T11:00", True),
    ],
)
def test_it_is_due_on_the_first_saturday_by_day(moment, last, due):
    assert is_due(datetime.fromisoformat(moment), last and datetime.fromisoformat(last)) is due


def test_every_month_has_a_first_saturday():
    for month in range(1, 13):
        day = first_saturday(datetime(2027, month, 28).date())
        assert (day.weekday(), day.day <= 7, day.month) == (5, True, month)


@pytest.fixture
def sent(group):
    """Everything that goes out during a test, with its address in front."""
    forget_all()
    return LogChannel.kept


def test_each_active_group_is_tested_once_a_month(group, sent):
    WatchGroup.objects.exclude(pk=group.pk).update(status=WatchGroup.Status.DORMANT)
    with time_machine.travel(SATURDAY):
        assert start_due_tests() == 1
        assert start_due_tests() == 0
        deliver_now()
    assert sent
    assert {message.title for _, message in sent} == {"Proef. Er is niets aan de hand"}
    assert not any(message.sound for _, message in sent)


def test_a_loud_test_sounds_and_asks_for_a_tap(group, sent):
    start_test(group, is_loud=True)
    deliver_now()
    assert all(message.sound and [action.id for action in message.actions] == ["seen"] for _, message in sent)


def test_a_group_that_does_not_want_it_is_left_alone(group):
    WatchGroup.objects.update(overrides={"test_alarm": "off"})
    with time_machine.travel(SATURDAY):
        assert start_due_tests() == 0


def test_never_during_a_report(group, bram):
    make_report(group, bram)
    with pytest.raises(DomainError):
        start_test(group, is_loud=False)


def test_one_test_a_day(group):
    start_test(group, is_loud=False)
    with pytest.raises(DomainError):
        start_test(group, is_loud=False)


def test_what_is_shown_is_proven_and_who_is_missed_is_known(group, anna, sent):
    test = start_test(group, is_loud=False)
    deliver_now()
    mine = ContactPoint.objects.filter(person=anna, channel="log").first()
    [message] = [message for address, message in sent if address == mine.address]
    tell_back(message, "shown")
    fold_receipts()
    mine.refresh_from_db()
    assert mine.proven_at

    with time_machine.travel(timezone.now() + LASTS + timedelta(seconds=1)):
        assert end_due_tests() == 1
    test.refresh_from_db()
    assert (test.proven, test.ended_at is not None) == (1, True)
    assert test.told == 1 + len(missed_members(test))
    assert anna.pk not in {member.person_id for member in missed_members(test)}
    assert proven_members(group)[0] == 1


def test_a_test_ends_once(group):
    test = start_test(group, is_loud=False)
    deliver_now()
    with time_machine.travel(timezone.now() + LASTS + timedelta(seconds=1)):
        assert (end_due_tests(), end_due_tests()) == (1, 0)
    assert TestAlarm.objects.get(pk=test.pk).told == len(outcome_of(test).told)
