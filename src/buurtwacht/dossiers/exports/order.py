# SPDX-License-Identifier: EUPL-1.2
"""Does the day come first, or the month? By what the whole file shows, never by a guess."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

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
    if sure:
        return _checked(sure, islice(dates, ENOUGH_DAYS))
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


def _decided(readings: list[Reading], layout: Layout, differ: bool) -> Order | None:
    if all(reading.last is None for reading in readings):
        raise Refused(Reason.NO_CHAT)
    day, month = readings[0].faults, readings[1].faults
    if len(readings) > 2 and readings[2].faults == 0 and day and month:
        return Order.YEAR_FIRST
    if day != month:
        return Order.DAY_FIRST if day < month else Order.MONTH_FIRST
    return Order.DAY_FIRST if not differ or _is_never_month_first(layout) else None


def _is_never_month_first(layout: Layout) -> bool:
    """No language writes the month first with dashes or dots, with a word before the time, or without a comma in
    twenty-four hours (Unicode CLDR, short dates). Only slashes with a comma can be either."""
    _before, day, join, time, _after = layout.sample
    word = any(letter.isalpha() for letter in join)
    half = any(letter.isalpha() for letter in time)
    return "/" not in day or word or ("," not in join and not half and not layout.sample[0])
