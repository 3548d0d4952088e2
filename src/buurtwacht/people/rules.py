# SPDX-License-Identifier: EUPL-1.2
"""May this happen to somebody's own data? Pure questions, no database."""

from datetime import UTC, datetime, time, timedelta, tzinfo

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError

BETWEEN_TESTS = timedelta(minutes=1)
STEPS = (0, 1, 2)  # of an alarm: at once, after twenty seconds, after a minute (steps.py)
LONGEST_NAME = 80  # characters


def check_test(asked_at: datetime | None, now: datetime) -> None:
    """One test alarm a minute is enough."""
    if asked_at and now - asked_at < BETWEEN_TESTS:
        raise DomainError(_("A test is already on its way. Wait a minute and try again."))


def check_quiet(start: time | None, end: time | None) -> None:
    """Quiet hours have a beginning and an end, or neither."""
    if (start is None) != (end is None):
        raise DomainError(_("Fill in both times, or neither."))
    if start is not None and start == end:
        raise DomainError(_("The two times are the same. Choose a later end."))


def is_quiet(start: time | None, end: time | None, now: time) -> bool:
    """Do the quiet hours hold at this time of day? They may pass midnight."""
    if start is None or end is None:
        return False
    if start < end:
        return start <= now < end
    return now >= start or now < end


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


def clean_name(name: str) -> str:
    """A name as it is kept: no control characters, single spaces."""
    words = "".join(character if character.isprintable() else " " for character in name).split()
    return " ".join(words)[:LONGEST_NAME].strip()
