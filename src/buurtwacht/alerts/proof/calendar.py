# SPDX-License-Identifier: EUPL-1.2
"""When the monthly test is due, and when somebody may hold one by hand. Pure."""

from datetime import date, datetime, time, timedelta

FROM, UNTIL = time(11, 0), time(20, 0)  # on the wall: nobody is woken by a test
BY_HAND_FROM, BY_HAND_UNTIL = time(9, 0), time(21, 0)
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


def next_due(local: datetime, last: datetime | None) -> date:
    """The day of the next monthly test: today when it is due today and still to come."""
    day = local.date()
    saturday = first_saturday(day)
    done = last is not None and last.date() >= saturday
    if day <= saturday and not done:
        return saturday
    if not done:
        return day if local.time() < UNTIL else day + timedelta(days=1)
    return first_saturday(saturday.replace(day=1) + timedelta(days=31))


def is_by_day(local: datetime) -> bool:
    """May a test be held by hand at this time?"""
    return BY_HAND_FROM <= local.time() < BY_HAND_UNTIL
