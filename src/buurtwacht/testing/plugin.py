# SPDX-License-Identifier: EUPL-1.2
"""A pytest plugin: tests run on a real PostgreSQL of their own, in a folder and with secrets of their own.

It is loaded with `-p`, before Django's settings are read.
"""

import os
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings

DATA = Path(os.environ.get("BUURTWACHT_TEST_DATA", ".test-data")).resolve()
os.environ["BUURTWACHT_DATA"] = str(DATA)
os.environ.pop("BUURTWACHT_DEMO", None)
(DATA / "static").mkdir(parents=True, exist_ok=True)


def pytest_configure() -> None:
    if not os.environ.get("DATABASE_URL"):
        from buurtwacht.config import database

        database.start(DATA)


def pytest_unconfigure(config: Any) -> None:
    """Stop the database after the last test; of tests that run side by side, the one that started them does it."""
    if not os.environ.get("DATABASE_URL") and not hasattr(config, "workerinput"):
        from buurtwacht.config import database

        database.stop(DATA)


# A busy machine is slow now and then: how long something takes is measured by the bench, never by a test.
# The inputs of property tests are the same each time, so that what is red is red again; `make search` tries others.
settings.register_profile(
    "buurtwacht",
    deadline=None,
    derandomize="BUURTWACHT_SEARCH" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("buurtwacht")
