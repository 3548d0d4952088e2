# SPDX-License-Identifier: EUPL-1.2

import pytest

from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.tests.threads import sighting

ABOUT_ORIGIN = "Pools busje, klopt niet"  # advice that may be refused: origin is no ground
PLAIN = "Man met grijze rugzak, loopt naar het park"


@pytest.fixture(autouse=True)
def always_by_day(request: pytest.FixtureRequest) -> None:
    if "browser_page" not in request.fixturenames:  # a browser has a clock of its own
        request.getfixturevalue("by_day")


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
