# SPDX-License-Identifier: EUPL-1.2
"""Real processes, really killed: told twice rather than never, and the doubles are counted."""

import signal

import pytest

from buurtwacht.delivery.pool import BATCH, SLOTS
from buurtwacht.testing.installation import Installation

pytestmark = pytest.mark.fault

NEIGHBOURS = 1000
ONE_BATCH = BATCH * SLOTS  # what is on its way at one moment


@pytest.fixture(scope="module")
def house():
    with Installation(FILE_CHANNEL_SECONDS="0.15") as made:
        yield made


@pytest.fixture
def installation(house):
    """The same house for every test, without workers and with nothing left to do."""
    house.start_afresh()
    yield house
    house.end_workers()


def alert(installation, groups=1, neighbours=NEIGHBOURS):
    installation.crowd("tell", *installation.crowd("build", str(groups), str(neighbours + 1), "file"))


def doubles(installation):
    return sum(times - 1 for times in installation.sent().values())


def test_a_worker_that_is_killed_in_the_middle_loses_nobody(installation, record_property):
    alert(installation)
    first = installation.start_worker()
    installation.until(lambda: len(installation.sent()) > NEIGHBOURS / 3)
    installation.end(first, signal.SIGKILL)
    told_before = len(installation.sent())
    assert told_before < NEIGHBOURS, "it was in the middle"

    installation.start_worker()
    installation.until_told()

    assert len(installation.sent()) == NEIGHBOURS
    assert doubles(installation) <= ONE_BATCH
    assert installation.ask("SELECT count(*) FROM delivery_delivery WHERE state = 'handed_over'") == NEIGHBOURS
    record_property("told_twice", doubles(installation))


def test_a_worker_that_is_asked_to_end_tells_nobody_twice(installation):
    alert(installation)
    first = installation.start_worker()
    installation.until(lambda: len(installation.sent()) > NEIGHBOURS / 3)

    assert installation.end(first) == 0
    assert len(installation.sent()) < NEIGHBOURS, "it was in the middle"
    installation.start_worker()
    installation.until_told()

    assert len(installation.sent()) == NEIGHBOURS
    assert doubles(installation) == 0


def test_two_workers_share_the_work_and_double_nothing(installation):
    alert(installation, groups=10, neighbours=100)

    workers = [installation.start_worker() for _ in range(2)]
    installation.until_told()

    assert len(installation.sent()) == 1000
    assert doubles(installation) == 0
    assert [installation.end(worker) for worker in workers] == [0, 0]


@pytest.mark.parametrize("how", ["fast", "immediate"])
def test_postgresql_that_restarts_in_the_middle_loses_nobody(installation, how, record_property):
    alert(installation)
    worker = installation.start_worker()
    installation.until(lambda: len(installation.sent()) > NEIGHBOURS / 3)

    installation.stop(how)
    told_before = len(installation.sent())
    installation.start()
    installation.until_told()

    assert told_before < NEIGHBOURS, "it was in the middle"
    assert len(installation.sent()) == NEIGHBOURS
    assert doubles(installation) <= ONE_BATCH
    assert worker.poll() is None, "the same worker went on"
    record_property("told_twice", doubles(installation))
