# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.tests.threads import sighting

ABOUT_ORIGIN = "Pools busje, klopt niet"  # advice that may be refused: origin is no ground
PLAIN = "Man met grijze rugzak, loopt naar het park"


@pytest.fixture(autouse=True)
def by_day(request: pytest.FixtureRequest) -> Iterator[None]:
    """Noon, at whatever hour the tests run: news that is no alarm waits for the end of the night."""
    if "browser_page" in request.fixturenames:  # a browser has a clock of its own
        yield
        return
    noon = (timezone.localtime() + timedelta(days=1)).replace(hour=12, minute=0)
    with time_machine.travel(noon):
        yield


@pytest.fixture
def report(cast):
    return make_report(cast.group, cast.bram)


@pytest.fixture
def plain(report, cast):
    """Words with which nothing is wrong, by Bram."""
    return sighting(report, cast.bram, PLAIN)


@pytest.fixture
def doubtful(report, cast):
    """Words by Bram about which the program has something to say."""
    return sighting(report, cast.bram, ABOUT_ORIGIN)
