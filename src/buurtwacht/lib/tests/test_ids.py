# SPDX-License-Identifier: EUPL-1.2
import time
from uuid import RFC_4122

import pytest

from buurtwacht.lib import ids
from buurtwacht.lib.ids import new_id

NANOSECONDS = 1_000_000_000
TODAY = 1_795_000_000 * NANOSECONDS


@pytest.fixture(autouse=True)
def fresh_order(monkeypatch):
    monkeypatch.setattr(ids, "_last", 0)


@pytest.fixture
def clock(monkeypatch):
    """Set the clock, in nanoseconds since 1970."""
    return lambda now: monkeypatch.setattr(time, "time_ns", lambda: now)


def milliseconds(one) -> int:
    return one.int >> 80


def test_it_is_a_uuid_of_version_7_with_the_time_in_front(clock):
    clock(TODAY)
    one = new_id()
    assert (one.version, one.variant) == (7, RFC_4122)
    assert milliseconds(one) == TODAY // 1_000_000


def test_what_is_made_in_one_instant_keeps_its_order(clock):
    clock(TODAY)
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_a_step_back_of_the_clock_changes_no_order(clock):
    clock(TODAY)
    before = new_id()
    clock(TODAY - NANOSECONDS // 2)
    assert new_id() > before


def test_a_clock_that_was_far_ahead_is_followed_when_it_is_put_right(clock):
    clock(TODAY + 3600 * NANOSECONDS)
    new_id()
    clock(TODAY)
    assert milliseconds(new_id()) == TODAY // 1_000_000
