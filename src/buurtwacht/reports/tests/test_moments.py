# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from buurtwacht.reports.moments import LONGEST_AGO, moment_from

EDE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 3, 1, 20, 19, 30, tzinfo=UTC)  # 21:19 in Ede


def told(typed, now=NOW):
    moment = moment_from(typed, now, EDE)
    return f"{moment.at.astimezone(EDE):%d %H:%M}", moment.was_adjusted


@pytest.mark.parametrize("typed", ["21:14", "21.14", " 21:14:00 "])
def test_a_time_of_day_is_the_last_time_the_clock_showed_it(typed):
    assert told(typed) == ("01 21:14", False)


def test_the_zone_is_that_of_the_group():
    assert moment_from("21:14", NOW, EDE).at == datetime(2026, 3, 1, 20, 14, tzinfo=UTC)


@pytest.mark.parametrize(("typed", "adjusted"), [("21:20", False), ("21:40", True), ("23:00", True)])
def test_a_clock_that_is_ahead_becomes_now(typed, adjusted):
    assert told(typed) == ("01 21:19", adjusted)


@pytest.mark.parametrize("typed", ["20:18", "12:00", "09:14"])
def test_longer_than_an_hour_ago_is_a_clock_that_is_wrong(typed):
    assert told(typed) == ("01 21:19", True)


def test_just_before_midnight_is_yesterday():
    after_midnight = datetime(2026, 3, 1, 23, 5, tzinfo=UTC)  # 00:05 on the second in Ede
    assert told("23:58", after_midnight) == ("01 23:58", False)


def test_just_after_midnight_is_not_a_day_ago():
    before_midnight = datetime(2026, 3, 1, 22, 59, 30, tzinfo=UTC)  # 23:59:30
    assert told("00:01", before_midnight) == ("01 23:59", False)


def test_nothing_typed_is_now_and_nobody_is_bothered_about_it():
    assert told("") == ("01 21:19", False)


@pytest.mark.parametrize("typed", ["25:00", "21:60", "kwart over negen", "²1:14"])
def test_what_is_not_a_time_becomes_now(typed):
    assert told(typed) == ("01 21:19", True)


def test_the_hour_that_comes_twice_in_october_does_not_break_it():
    now = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 02:30 for the second time
    assert now - moment_from("02:29", now, EDE).at <= LONGEST_AGO


@given(some.text(), some.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1)))
def test_whatever_is_typed_is_within_the_last_hour(typed, moment):
    now = moment.replace(tzinfo=UTC)
    assert timedelta(0) <= now - moment_from(typed, now, EDE).at <= LONGEST_AGO
