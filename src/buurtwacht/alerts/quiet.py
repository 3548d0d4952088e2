# SPDX-License-Identifier: EUPL-1.2
"""When a message may ring. Pure: no database, no clock of its own."""

from datetime import UTC, datetime, time, timedelta, tzinfo

from buurtwacht.people.rules import is_quiet

NIGHT_FROM, NIGHT_UNTIL = time(22, 0), time(8, 0)  # an outcome never comes at night


def end_of_quiet(start: time | None, end: time | None, now: datetime, zone: tzinfo) -> datetime | None:
    """When these quiet hours end, if they hold now in this time zone; None when it may ring.

    The end is a time on the wall, so it is right on the two nights of the year on which the clock is changed.
    """
    local = now.astimezone(zone)
    if start is None or end is None or not is_quiet(start, end, local.time().replace(tzinfo=None)):
        return None
    day = local.date() if local.time() < end else local.date() + timedelta(days=1)
    until = datetime.combine(day, end, zone).astimezone(UTC)
    # An hour that comes twice: when its first time has passed, the second one is meant.
    return until if until > now else datetime.combine(day, end, zone).replace(fold=1).astimezone(UTC)


def end_of_night(now: datetime, zone: tzinfo) -> datetime | None:
    """When the night ends, if it is night now."""
    return end_of_quiet(NIGHT_FROM, NIGHT_UNTIL, now, zone)


def later(one: datetime | None, other: datetime | None) -> datetime | None:
    """The later of two moments, where None is no moment at all."""
    if one and other:
        return max(one, other)
    return one or other
