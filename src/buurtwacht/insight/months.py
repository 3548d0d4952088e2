# SPDX-License-Identifier: EUPL-1.2
"""Months, named by their first day. They begin at midnight where the group is."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils import timezone

from buurtwacht.lib import clock

A_YEAR = 12


def month_now(zone: ZoneInfo) -> date:
    """The month that it is there now."""
    return clock.month(timezone.now(), zone)


def later(month: date, by: int = 1) -> date:
    """So many months after this one; before it for a negative number."""
    years, place = divmod(month.year * 12 + month.month - 1 + by, 12)
    return date(years, place + 1, 1)


def up_to(month: date, count: int = A_YEAR) -> list[date]:
    """So many months, the last of which is this one."""
    return [later(month, by) for by in range(1 - count, 1)]


def last_whole_year(month: date) -> list[date]:
    """The months of the calendar year before that of `month`: years that follow each other share none of them."""
    return up_to(date(month.year - 1, 12, 1))


def begins_at(month: date, zone: ZoneInfo) -> datetime:
    """Its first moment."""
    return datetime.combine(month, time(), tzinfo=zone)


def read_month(written: str) -> date | None:
    """ "2026-03" as it stands in an address; None for anything else."""
    try:
        return datetime.strptime(f"{written}-01", "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
