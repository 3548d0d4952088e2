# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone


@pytest.fixture
def time_machine_at() -> Callable[..., Any]:
    """`with time_machine_at(days=31):` it is that much later, and the clock stands still."""
    return lambda **later: time_machine.travel(timezone.now() + timedelta(**later), tick=False)
