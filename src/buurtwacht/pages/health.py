# SPDX-License-Identifier: EUPL-1.2
"""Does everything work? What an operator's watch dog asks every minute, and what a person can read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from time import perf_counter
from typing import Any

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from buurtwacht.delivery.queries import how_far_behind, waiting_per_channel
from buurtwacht.journal import queries as journal

LATE = timedelta(seconds=30)  # an alarm that nobody took up for this long: the work process is not there
SLOW = timedelta(minutes=5)  # the journal may take longer: nobody waits for it with a telephone in the hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How things are. Seconds, and counts; nothing about anybody."""

    database: bool
    database_milliseconds: float = 0
    promises_behind: float = 0  # seconds that the oldest alarm or update has been waiting to be taken up
    journal_behind: float = 0  # seconds that the oldest line has been waiting for its handlers
    waiting: Mapping[str, int] = field(default_factory=dict)  # deliveries that are tried again, per channel

    @property
    def work_is_behind(self) -> bool:
        return self.promises_behind > LATE.total_seconds() or self.journal_behind > SLOW.total_seconds()

    @property
    def is_well(self) -> bool:
        return self.database and not self.work_is_behind

    def as_json(self) -> dict[str, Any]:
        return {
            "well": self.is_well,
            "database": self.database,
            "database_milliseconds": self.database_milliseconds,
            "work_is_behind": self.work_is_behind,
            "promises_behind_seconds": self.promises_behind,
            "journal_behind_seconds": self.journal_behind,
            "waiting": dict(self.waiting),
        }


def health() -> Health:
    """Ask the database, and what the work process has left to do."""
    started = perf_counter()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        took = (perf_counter() - started) * 1000
        now = timezone.now()
        return Health(
            database=True,
            database_milliseconds=round(took, 2),
            promises_behind=round(how_far_behind(now).total_seconds(), 1),
            journal_behind=round(journal.how_far_behind(now).total_seconds(), 1),
            waiting=waiting_per_channel(),
        )
    except (OperationalError, InterfaceError):
        return Health(database=False)
