# SPDX-License-Identifier: EUPL-1.2
"""May this happen to a membership, and is it time? Pure questions, no database."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError

A_YEAR = timedelta(days=365)
REMINDERS = (timedelta(days=14), timedelta(days=28))  # after the first question
TO_THE_DESK = timedelta(days=35)  # from here the coordinator is asked too
LONGEST_SILENCE = timedelta(days=60)  # after this the membership ends

AFTER_MOVING = timedelta(days=30)  # so long the old group goes on, when the new one is not ready on the day
LONGEST_AHEAD = timedelta(days=365)

LEFT_BEHIND = timedelta(days=30)  # without any group, task or application; then a person is erased

LEFT, MOVED, NOT_RENEWED, ASKED = "left", "moved", "not_renewed", "asked"  # reasons in the journal, never words


def reminders_due(asked_for: timedelta) -> int:
    """How many reminders somebody should have had, so long after the first question."""
    return sum(asked_for >= wait for wait in REMINDERS)


def check_moving_day(day: date, today: date) -> None:
    """A move lies near: one of last month is possible too, for who only thinks of it now."""
    if day < today - AFTER_MOVING:
        raise DomainError(_("This day is more than a month ago. Choose the day on which you moved, or today."))
    if day > today + LONGEST_AHEAD:
        raise DomainError(_("This is more than a year ahead. Come back when it is nearer."))


def last_day_after(moves_on: date, today: date, *, waits: bool) -> date:
    """Until when the old group goes on: the day of the move, and a month more for who waits for the new group."""
    return max(moves_on, today) + AFTER_MOVING if waits else max(moves_on, today)
