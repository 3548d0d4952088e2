# SPDX-License-Identifier: EUPL-1.2
"""Times of day that somebody typed, or that a telephone filled in. A wrong clock must never stop a report."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

LONGEST_AGO = timedelta(minutes=60)  # a report is about now: older than this is a clock that is wrong
AHEAD = timedelta(minutes=2)  # how far a good clock may be ahead of ours

_CLOCK = re.compile(r"^(\d{1,2})[:.](\d{2})(?::\d{2})?$")


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment that we believe. `was_adjusted` when we wrote down something else than what was typed."""

    at: datetime
    was_adjusted: bool


def moment_from(typed: str, now: datetime, zone: tzinfo) -> Moment:
    """The moment that somebody means by a time of day such as "21:14", within the hour before now.

    What is later than now becomes now; what is not a time, or too long ago, becomes now as well.
    """
    found = _CLOCK.match(typed.strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return Moment(now, was_adjusted=bool(typed.strip()))
    at = _latest(int(found[1]), int(found[2]), now, zone)
    if at > now:
        return Moment(now, was_adjusted=at - now > AHEAD)
    if now - at > LONGEST_AGO:
        return Moment(now, was_adjusted=True)
    return Moment(at, was_adjusted=False)


def _latest(hour: int, minute: int, now: datetime, zone: tzinfo) -> datetime:
    """The last time that the clock showed this, or shows it within half a day from now."""
    local = now.astimezone(zone)
    at = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if at - local > timedelta(hours=12):
        at -= timedelta(days=1)
    if local - at > timedelta(hours=12):
        at += timedelta(days=1)
    return at.astimezone(now.tzinfo)
