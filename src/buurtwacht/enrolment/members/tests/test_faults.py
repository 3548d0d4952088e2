# SPDX-License-Identifier: EUPL-1.2
"""A real worker that is killed while mails go out: another goes on, and at most one letter goes out twice."""

import signal
from collections import Counter

import pytest

from buurtwacht.testing.installation import Installation
from buurtwacht.testing.peers.mail_server import MailServer

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900)]

LINES, FAULTS = 400, 20
TAKER = "buurtwacht.testing.list_taker"
STATUS = "SELECT status FROM enrolment_memberimport"
ASKED = "SELECT count(*) FROM enrolment_application"


@pytest.fixture
def post():
    with MailServer() as server:
        yield server


@pytest.fixture
def house(post):
    with Installation(BUURTWACHT_SMTP_HOST="127.0.0.1", BUURTWACHT_SMTP_PORT=str(post.port)) as made:
        yield made


def test_a_worker_that_is_killed_asks_nobody_twice_but_one(house, post):
    house.run(TAKER, "bring", str(LINES), str(FAULTS))
    worker = house.start_worker()
    house.until(lambda: house.ask(STATUS) == "ready")
    house.run(TAKER, "ask")
    house.until(lambda: len(post.letters) > LINES / 4)
    house.end(worker, signal.SIGKILL)
    before = len(post.letters)

    house.run(TAKER, "pick_up")

    times = Counter(str(letter["to"]) for letter in post.letters)
    assert house.ask(STATUS) == "done"
    assert LINES / 4 < before < len(times)
    assert len(times) == house.ask(ASKED) >= LINES - FAULTS
    assert sum(count - 1 for count in times.values()) <= 1
