# SPDX-License-Identifier: EUPL-1.2
"""A year in bars, each with its number and its month."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from buurtwacht.lib.bars import Bars, bars_of

from .judging import MOST_ALARMS, percent
from .series import Series

ABOVE = 7  # units of the drawing between a bar and its number


@dataclass(frozen=True, slots=True)
class Label:
    """What stands above one bar, and the month below it; `x` and `y` in units of the drawing."""

    value: str
    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """One row of bars, over a year."""

    title: str
    bars: Bars | None
    numbers: tuple[str, ...]  # on the bars; a dash where nothing was counted
    names: tuple[str, ...]  # of the months, short
    aim: str = ""

    @property
    def labels(self) -> list[Label]:
        """The number on each bar, and the month below it."""
        if self.bars is None:
            return []
        middle = self.bars.bar_width / 2
        each = zip(self.bars.bars, self.numbers, self.names, strict=True)
        return [Label(said, name, round(bar.x + middle, 1), round(bar.y - ABOVE, 1)) for bar, said, name in each]


def quiet_charts(series: Series) -> Iterator[Chart]:
    """Of one group: its alarms beside the aim, what was off topic, and who left."""
    yield _chart(_("Alarms per month"), series.months, lambda month: series.of(month, "alarms"), MOST_ALARMS)
    yield _chart(_("Texts sent off topic"), series.months, lambda month: series.of(month, "off_topic_kept"))
    yield _chart(_("Neighbours who left"), series.months, lambda month: series.of(month, "leavers"))


def fair_charts(series: Series) -> Iterator[Chart]:
    """Of one group: how the bias figure moves."""
    yield behaviour_chart([series])
    yield _chart(_("Texts with skin colour"), series.months, lambda month: series.of(month, "with_skin_colour"))


def behaviour_chart(series: Sequence[Series]) -> Chart:
    """Which part of the texts of these groups says what somebody does. A share tells nobody's number."""

    def share(month: date) -> int | None:
        told, every = (sum(one.of(month, key) or 0 for one in series) for key in ("with_behaviour", "described"))
        return percent(told, every)

    return _chart(_("Texts that say what somebody does, per cent"), series[0].months, share)


def _chart(title: str, months: Sequence[date], value: Callable[[date], int | None], aim: int = 0) -> Chart:
    values = [value(month) for month in months]
    bars = bars_of(
        [(date_format(month, "F Y"), number or 0) for month, number in zip(months, values, strict=True)], aim
    )
    numbers = tuple("–" if number is None else str(number) for number in values)
    said = _("fewer than %(count)s") % {"count": aim} if aim else ""
    return Chart(title, bars, numbers, tuple(date_format(month, "b") for month in months), said)
