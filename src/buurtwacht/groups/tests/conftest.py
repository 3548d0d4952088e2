# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import translation


@pytest.fixture
def time_machine_at():
    """Travel to noon of a day."""

    def travel(day):
        return time_machine.travel(datetime.combine(day, time(12), ZoneInfo("Europe/Amsterdam")), tick=False)

    return travel


@pytest.fixture(autouse=True)
def in_english():
    """Refusals are compared by their words in the code."""
    with translation.override("en"):
        yield
