# SPDX-License-Identifier: EUPL-1.2
"""Moments as people say them. Times are stored in UTC and told in the time zone of the group."""

from datetime import date, datetime, tzinfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language


def clock(moment: datetime, zone: tzinfo | None = None) -> str:
    """The time of day, such as 21:14, in this zone, or else in the zone that is active."""
    return f"{timezone.localtime(moment, zone):%H:%M}"


def day(moment: datetime | date, zone: tzinfo | None = None) -> str:
    """The day in words, such as "12 november"; with its year when that is not this year."""
    local = timezone.localtime(moment, zone) if isinstance(moment, datetime) else moment
    this_year = local.year == timezone.localdate(timezone=zone).year
    number = "j." if (get_language() or "").startswith("de") else "j"  # "12. November"
    return date_format(local, f"{number} F" if this_year else f"{number} F Y")


def month(moment: datetime, zone: tzinfo) -> date:
    """The first day of the month in which it was there: by this figures name a month."""
    return timezone.localdate(moment, zone).replace(day=1)


def when(moment: datetime, zone: tzinfo | None = None) -> str:
    """The time of day for something of today, else the day and the time: "12 november, 21:14"."""
    local = timezone.localtime(moment, zone)
    if local.date() == timezone.localdate(timezone=zone):
        return clock(moment, zone)
    return f"{day(moment, zone)}, {clock(moment, zone)}"
