# SPDX-License-Identifier: EUPL-1.2
"""Does the day come first, or the month? By what the whole file shows, never by a guess."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, islice

from .layout import Layout
from .moments import Order, day_of
from .refusals import Reason, Refused

ENOUGH_FAULTS = 3
ENOUGH_DAYS = 1000
WHATSAPP_BEGAN = 2009
_LONG_YEAR = re.compile(r"\D*\d{3,4}")


@dataclass
class Reading:
    """One way to read the dates of a file, and how often that led to nonsense: no such day, or a step back in time."""

    order: Order
    faults: int = 0
    last: date | None = None
    days: list[date | None] = field(default_factory=list)

    def hear(self, text: str) -> None:
        day = day_of(text, self.order)
        if day is None or day.year < WHATSAPP_BEGAN or (self.last is not None and day < self.last):
            self.faults += 1
        if day is not None:
            self.last = day


def order_of(layout: Layout, dates: Iterable[str], *, told: Order | None = None) -> Order | None:
    """The order in which the dates make sense, or that somebody told; None when it has to be asked."""
    sample = layout.sample[1]
    sure = Order.YEAR_FIRST if _LONG_YEAR.match(sample) else told
    if sure is Order.YEAR_FIRST:
        return _checked(sure, islice(dates, ENOUGH_DAYS))
    if sure:
        return _fitting(sure, dates)
    readings = [Reading(Order.DAY_FIRST), Reading(Order.MONTH_FIRST)]
    if not re.search(r"\d{3}", sample):
        readings.append(Reading(Order.YEAR_FIRST))
    differ, before = False, ""
    for text in dates:
        if text == before:
            continue
        before = text
        for reading in readings:
            reading.hear(text)
        differ = differ or readings[0].last != readings[1].last
        best, second = sorted(reading.faults for reading in readings)[:2]
        if best == 0 and second >= ENOUGH_FAULTS:
            break
    return _decided(readings, layout, differ)


def _checked(order: Order, dates: Iterable[str]) -> Order:
    if not any(day_of(text, order) for text in dates):
        raise Refused(Reason.NO_CHAT)  # no calendar that we know
    return order


def _fitting(told: Order, dates: Iterable[str]) -> Order:
    """What somebody told, unless the file shows that it cannot be so. Raises `Refused`."""
    other = Order.MONTH_FIRST if told is Order.DAY_FIRST else Order.DAY_FIRST
    exist, seen = Counter[Order](), 0
    for text, _same in groupby(dates):
        seen += 1
        exist.update(order for order in (told, other) if day_of(text, order))
    if exist[told] < exist[other] == seen:
        raise Refused(Reason.OTHER_ORDER)
    if not exist[told]:
        raise Refused(Reason.NO_CHAT)
    return told


def _decided(readings: list[Reading], layout: Layout, differ: bool) -> Order | None:
    if all(reading.last is None for reading in readings):
        raise Refused(Reason.NO_CHAT)
    day, month = readings[0].faults, readings[1].faults
    if len(readings) > 2 and readings[2].faults == 0 and day and month:
        return Order.YEAR_FIRST
    if day != month:
        return Order.DAY_FIRST if day < month else Order.MONTH_FIRST
    possible = [reading.order for reading in readings[:2] if day_of(layout.sample[1], reading.order)]
    if len(possible) == 1:
        return possible[0]
    return Order.DAY_FIRST if not differ or _is_never_month_first(layout) else None


def _is_never_month_first(layout: Layout) -> bool:
    """No language writes the month first with dashes or dots, or with a word before the time (Unicode CLDR, short
    dates). Slashes can be either."""
    _before, day, join, _time, _after = layout.sample
    return "/" not in day or any(letter.isalpha() for letter in join)
