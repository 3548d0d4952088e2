# SPDX-License-Identifier: EUPL-1.2
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtwacht.people import rules

NIGHT = (time(23), time(7))
NOON = (time(12), time(14))


@pytest.mark.parametrize(
    ("hours", "now", "quiet"),
    [
        (NIGHT, time(23), True),
        (NIGHT, time(3), True),
        (NIGHT, time(7), False),
        (NIGHT, time(22, 59), False),
        (NOON, time(12), True),
        (NOON, time(13, 59), True),
        (NOON, time(14), False),
        (NOON, time(3), False),
        ((None, None), time(3), False),
    ],
)
def test_quiet_hours_may_pass_midnight(hours, now, quiet):
    assert rules.is_quiet(*hours, now) is quiet


@given(st.times(), st.times(), st.times())
def test_quiet_and_loud_share_the_day(start, end, now):
    if start != end:
        assert rules.is_quiet(start, end, now) is not rules.is_quiet(end, start, now)


@given(st.text())
def test_a_name_can_always_be_shown(name):
    clean = rules.clean_name(name)
    assert clean == "" or clean.isprintable()
    assert len(clean) <= rules.LONGEST_NAME
    assert rules.clean_name(clean) == clean
