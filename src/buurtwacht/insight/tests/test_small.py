# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as some

from buurtwacht.insight.small import FEWEST, exact, rough


@pytest.mark.parametrize(
    ("value", "said", "written"),
    [
        (None, "–", ""),
        (0, "0", "0"),
        (1, "fewer than 5", "<5"),
        (4, "fewer than 5", "<5"),
        (5, "about 5", "5"),
        (7, "about 5", "5"),
        (8, "about 10", "10"),
        (43, "about 45", "45"),
    ],
)
def test_small_numbers_are_only_small(value, said, written):
    with override("en"):
        assert str(rough(value)) == said
    assert rough(value).written == written


def test_inside_the_group_a_number_is_a_number():
    assert str(exact(3)) == exact(3).written == "3"


@given(some.lists(some.integers(0, 4), min_size=1, max_size=7), some.integers(5, 200))
def test_no_small_number_follows_from_the_others(parts, large):
    """The total and every part are told in fives, so a part that is told as small may be any of 1 to 4."""
    told = rough(sum(parts) + large).value, rough(large).value

    assert all(value % FEWEST == 0 for value in told)
