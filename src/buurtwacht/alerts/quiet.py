# SPDX-License-Identifier: EUPL-1.2
"""When a message may ring. Pure: no database, no clock of its own."""

from datetime import datetime, time, tzinfo

from buurtwacht.people.rules import end_of_quiet

NIGHT_FROM, NIGHT_UNTIL = time(22, 0), time(8, 0)  # an outcome never comes at night


def end_of_night(now: datetime, zone: tzinfo) -> datetime | None:
    """When the night ends, if it is night now."""
    return end_of_quiet(NIGHT_FROM, NIGHT_UNTIL, now, zone)


def later(one: datetime | None, other: datetime | None) -> datetime | None:
    """The later of two moments, where None is no moment at all."""
    if one and other:
        return max(one, other)
    return one or other
