# SPDX-License-Identifier: EUPL-1.2
"""When the monthly test is due. Pure."""

from datetime import date, datetime, time, timedelta

FROM, UNTIL = time(11, 0), time(20, 0)  # on the wall: nobody is woken by a test
SATURDAY = 5


def first_saturday(day: date) -> date:
    """Of the month of this day."""
    first = day.replace(day=1)
    return first + timedelta(days=(SATURDAY - first.weekday()) % 7)


def is_due(local: datetime, last: datetime | None) -> bool:
    """Is this the time for the test of the month, when the last one was `last` (in the same zone)?

    From the first Saturday on, by day. A month in which the computer was off on that day is not skipped.
    """
    saturday = first_saturday(local.date())
    if local.date() < saturday or not FROM <= local.time() < UNTIL:
        return False
    return last is None or last.date() < saturday
