# SPDX-License-Identifier: EUPL-1.2
"""Moments as people say them. Times are stored in UTC and told in the time zone of the group."""

from datetime import date, datetime, tzinfo

from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import get_language


def clock(moment: datetime, zone: tzinfo | None = None) -> str:
    """The time of day, such as 21:14, in this zone, or else in the zone that is active."""
    return f"{timezone.localtime(moment, zone):%H:%M}"


def day(moment: datetime | date, zone: tzinfo | None = None) -> str:
    """The day in words, such as "12 november"; with its year when that is not this year."""
    local = _day_there(moment, zone)
    this_year = local.year == timezone.localdate(timezone=zone).year
    return _day_and_month(local) if this_year else f"{_day_and_month(local)} {local.year}"


def full_day(moment: datetime | date, zone: tzinfo | None = None) -> str:
    """The day with its year, such as "12 november 2026": for what is kept or printed."""
    local = _day_there(moment, zone)
    return f"{_day_and_month(local)} {local.year}"


def weekday(moment: datetime | date, zone: tzinfo | None = None) -> str:
    """The day of the week and the day, such as "donderdag 12 november"."""
    local = _day_there(moment, zone)
    german = (get_language() or "").startswith("de")
    return f"{WEEKDAYS[local.weekday()]}{',' if german else ''} {_day_and_month(local)}"


def _day_there(moment: datetime | date, zone: tzinfo | None) -> date:
    return timezone.localtime(moment, zone).date() if isinstance(moment, datetime) else moment


def _day_and_month(there: date) -> str:
    """As a language writes it: "12 november", "12. November", "1er mars"."""
    language = (get_language() or "")[:2]
    ordinal = {"de": ".", "fr": "er" if there.day == 1 else ""}.get(language, "")
    return f"{there.day}{ordinal} {MONTHS[there.month]}"


def month(moment: datetime, zone: tzinfo) -> date:
    """The first day of the month in which it was there: by this figures name a month."""
    return timezone.localdate(moment, zone).replace(day=1)


def month_began(zone: tzinfo) -> datetime:
    """The moment at which this month began there."""
    return timezone.localtime(timezone=zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def when(moment: datetime, zone: tzinfo | None = None) -> str:
    """The time of day for something of today, else the day and the time: "12 november, 21:14"."""
    local = timezone.localtime(moment, zone)
    if local.date() == timezone.localdate(timezone=zone):
        return clock(moment, zone)
    return f"{day(moment, zone)}, {clock(moment, zone)}"
