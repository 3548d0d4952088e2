# SPDX-License-Identifier: EUPL-1.2
"""Many at one moment are counted one after the other: not one more than allowed gets through."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.cache import cache
from django.db import connection

from buurtwacht.lib.limits import HOUR, Limit


@pytest.mark.django_db(transaction=True)
def test_as_many_as_allowed_get_through_at_one_moment():
    cache.clear()
    limit, barrier = Limit("test", 3, HOUR), Barrier(8)

    def ask(_number: int) -> bool:
        try:
            barrier.wait(timeout=60)
            return limit.allows("somebody")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(8)))

    assert sorted(answers) == [False] * 5 + [True] * 3
    assert limit.allows("somebody else")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("_turn", [1, 2])
def test_a_test_that_commits_counts_nothing_for_the_next(_turn):
    assert Limit("once", 1, HOUR).allows("somebody")


@pytest.mark.django_db
def test_what_was_right_is_given_back():
    cache.clear()
    limit = Limit("test", 1, HOUR)

    assert limit.allows("somebody")
    limit.gives_back("somebody")
    assert limit.allows("somebody")
    assert not limit.allows("somebody")
