# SPDX-License-Identifier: EUPL-1.2
"""From the date and the time of a head to ISO 8601, each worked out once: a chat has few different days."""

import re
from datetime import date
from enum import StrEnum

BUDDHIST_YEARS = 543  # the Thai calendar counts from 543 BC
FIRST_YEAR, LAST_YEAR = 1970, 2099
SHORT_YEARS_UNTIL = 51  # WhatsApp began in 2009, which is 52 in the short Thai way
MOST_KEPT = 100_000

_NUMBER = re.compile(r"\d+")
_MORNING = frozenset({"am", "ص", "πμ", "öö", "上午", "午前", "오전", "vorm", "ap", "fm"})
_EVENING = frozenset({"pm", "م", "μμ", "ös", "下午", "午後", "오후", "nachm", "ip", "em"})


class Order(StrEnum):
    """In which order day, month and year stand."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    YEAR_FIRST = "year_first"


def day_of(text: str, order: Order) -> date | None:
    """The day that this date says when it is read in this order; None where there is no such day."""
    numbers = _NUMBER.findall(text)
    if len(numbers) != 3:
        return None
    first, second, third = map(int, numbers)
    year, month, day = third, second, first
    if order is Order.MONTH_FIRST:
        month, day = first, second
    elif order is Order.YEAR_FIRST:
        year, day = first, third
    try:
        found = date(_full(year), month, day)
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _full(year: int) -> int:
    if year < 100:
        return 2000 + year if year <= SHORT_YEARS_UNTIL else 2500 + year - BUDDHIST_YEARS
    return year - BUDDHIST_YEARS if year > 2400 else year


def time_of(text: str) -> str | None:
    """The time of day as hours, minutes and seconds; None where there is no such time."""
    hour, minute, second = [*map(int, _NUMBER.findall(text)), 0][:3]
    half = "".join(filter(str.isalpha, text.lower()))
    if half in _MORNING:
        hour %= 12
    elif half in _EVENING:
        hour = hour % 12 + 12
    return f"{hour:02}:{minute:02}:{second:02}" if hour < 24 and minute < 60 and second < 60 else None


class Days(dict[str, str | None]):
    """Dates as they stand in the file, and the first half of their moment: "2024-03-12T"."""

    def __init__(self, order: Order | None) -> None:
        super().__init__()
        self.order = order

    def __missing__(self, text: str) -> str | None:
        found = day_of(text, self.order) if self.order else None
        if len(self) > MOST_KEPT:
            self.clear()
        self[text] = f"{found.isoformat()}T" if found else None
        return self[text]


class Times(dict[str, str | None]):
    """Times as they stand in the file, and the second half of their moment: "21:05:00"."""

    def __missing__(self, text: str) -> str | None:
        if len(self) > MOST_KEPT:
            self.clear()
        self[text] = time_of(text)
        return self[text]
