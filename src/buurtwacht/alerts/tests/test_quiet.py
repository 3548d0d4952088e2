# SPDX-License-Identifier: EUPL-1.2
"""Nothing but an alarm rings in somebody's quiet hours."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from buurtwacht.alerts.quiet import end_of_night
from buurtwacht.delivery.models import Delivery
from buurtwacht.people.rules import end_of_quiet
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report

HERE = ZoneInfo("Europe/Amsterdam")
LISBON = ZoneInfo("Europe/Lisbon")


def at(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "end", "now", "until"),
    [
        (time(22), time(7), "2026-11-21T21:59:59+01:00", None),
        (time(22), time(7), "2026-11-21T22:00:00+01:00", "2026-11-22T07:00:00+01:00"),
        (time(22), time(7), "2026-11-22T06:59:59+01:00", "2026-11-22T07:00:00+01:00"),
        (time(22), time(7), "2026-11-22T07:00:00+01:00", None),
        (time(13), time(15), "2026-11-22T14:00:00+01:00", "2026-11-22T15:00:00+01:00"),
        (None, None, "2026-11-22T03:00:00+01:00", None),
        # The night on which the clock goes back: 07:00 is an hour further away.
        (time(22), time(7), "2026-10-24T23:00:00+02:00", "2026-10-25T07:00:00+01:00"),
        # The hour that comes twice: the second 02:30 is meant when the first has passed.
        (time(22), time(2, 30), "2026-10-25T02:10:00+02:00", "2026-10-25T02:30:00+02:00"),
        (time(22), time(2, 30), "2026-10-25T02:10:00+01:00", "2026-10-25T02:30:00+01:00"),
        # The hour that does not come: 02:30 is 03:30 on that night.
        (time(22), time(2, 30), "2026-03-29T01:00:00+01:00", "2026-03-29T03:30:00+02:00"),
    ],
)
def test_quiet_ends_at_the_time_on_the_wall(start, end, now, until):
    assert end_of_quiet(start, end, at(now), HERE) == (at(until) if until else None)


def test_the_wall_is_that_of_the_group():
    now = at("2026-11-22T07:30:00+01:00")

    assert end_of_quiet(time(22), time(7), now, HERE) is None
    assert end_of_quiet(time(22), time(7), now, LISBON) == at("2026-11-22T07:00:00+00:00")


def test_the_night_is_quiet_for_what_can_wait():
    assert end_of_night(at("2026-11-22T23:00:00+01:00"), HERE) == at("2026-11-23T08:00:00+01:00")
    assert end_of_night(at("2026-11-22T12:00:00+01:00"), HERE) is None


@pytest.fixture
def sleeping_anna(anna):
    anna.quiet_from, anna.quiet_until = time(22), time(7)
    anna.save()
    return anna


def test_an_alarm_rings_through_the_night(group, bram, sleeping_anna, received, time_machine):
    time_machine.move_to("2026-11-22T03:00:00+01:00")
    make_report(group, bram)

    assert received(sleeping_anna)[0].sound


def test_an_addition_waits_until_the_morning_and_goes_if_it_is_still_news(
    group, bram, gerrit, sleeping_anna, received, time_machine
):
    time_machine.move_to("2026-11-22T03:00:00+01:00")
    report = make_report(group, bram)
    received(sleeping_anna)
    sighting = Content(direction="Vogelpark")
    add_entry(report, kind=Entry.Kind.SIGHTING, role=Entry.Role.MEMBER, author=gerrit, content=sighting)

    assert len(received(sleeping_anna)) == 1
    assert len(received(bram)) == 1
    assert Delivery.objects.get(state="held").due_at == at("2026-11-22T07:00:00+01:00")

    time_machine.move_to("2026-11-22T07:00:01+01:00")
    assert len(received(sleeping_anna)) == 2
