# SPDX-License-Identifier: EUPL-1.2
"""From when until when a note is read, and when a digest is due. Pure."""

from datetime import date, datetime, time, timedelta, tzinfo

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

LONGEST_DAYS = 28  # days that a note is there to be read, its first and last day included: our default
USUAL_DAYS = 14
LONGEST_WORDS = 1000  # characters
FRIDAY = 4
WEEKLY_AT, DAILY_AT = time(16), time(17)  # on the clock of the group: before the weekend, and when most are home
# A digest that could not go out in this time waits for the next one: nobody reads on Monday what was due on Friday.
LATEST = {Person.Info.WEEKLY: timedelta(days=2), Person.Info.DAILY: timedelta(hours=12)}


def period(first: date, last: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """From the first moment of the first day up to the end of the last day."""
    if last < first:
        raise DomainError(_("The last day comes before the first. Turn them around."))
    if (last - first).days >= LONGEST_DAYS:
        raise DomainError(_("A note is read for four weeks at most. Choose an earlier last day."))
    return datetime.combine(first, time(), zone), datetime.combine(last + timedelta(days=1), time(), zone)


def check_period(first: date, last: date, today: date) -> None:
    """Refuse days that make no sense on this day."""
    if last < today:
        raise DomainError(_("The last day is over already. Choose a later one."))
    if (first - today).days > LONGEST_DAYS:
        raise DomainError(_("The first day is more than four weeks away. Choose an earlier one."))


def last_due(wish: str, now: datetime, zone: tzinfo) -> datetime | None:
    """When the digest that can still go out now was due; None when none can, or for who wants none."""
    if wish not in LATEST:
        return None
    here = now.astimezone(zone)
    due = datetime.combine(here.date(), WEEKLY_AT if wish == Person.Info.WEEKLY else DAILY_AT, zone)
    if wish == Person.Info.WEEKLY:
        due -= timedelta(days=(here.weekday() - FRIDAY) % 7)
    if due > here:
        due -= timedelta(days=7 if wish == Person.Info.WEEKLY else 1)
    return due if now - due <= LATEST[Person.Info(wish)] else None
