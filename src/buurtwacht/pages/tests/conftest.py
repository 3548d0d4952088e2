# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.reports.tests.stories import make_report


@pytest.fixture
def report(group, bram):
    """Bram called, and tells the Vogelbuurt."""
    return make_report(group, bram)
