# SPDX-License-Identifier: EUPL-1.2
"""What the page of a coordinator shows: one month beside its aims, and the year before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib import clock
from buurtwacht.policy.model import SkinColour

from .charts import Chart, fair_charts, quiet_charts
from .columns import CONFIDED, Column, Part, columns_of, without_confided
from .fairness import Fairness, fairness_of
from .judging import Judged, judged
from .months import A_YEAR, last_whole_year, later, month_now, up_to
from .series import Series, series_of
from .small import confided

CHOICE = 24  # months that one can look back at
ALWAYS_SHOWN = ("alarms", "reports", "supplements", "members")


@dataclass(frozen=True, slots=True)
class Table:
    """The figures under one heading: a row for each figure, a cell for each month, and the total."""

    title: str
    rows: tuple[tuple[Column, tuple[str, ...]], ...]
    months: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    group: WatchGroup
    month: date
    choice: tuple[date, ...]
    series: Series
    judged: tuple[Judged, ...]
    fairness: Fairness  # of the whole year: a month has too few texts to say anything
    charts: tuple[Chart, ...]
    fair_charts: tuple[Chart, ...]
    tables: tuple[Table, ...]

    @property
    def months(self) -> tuple[date, ...]:
        return self.series.months

    @property
    def before(self) -> date | None:
        earlier = later(self.month, -1)
        return earlier if earlier in self.choice else None

    @property
    def after(self) -> date | None:
        following = later(self.month)
        return following if following in self.choice else None

    @property
    def is_running(self) -> bool:
        """Is it this month, of which more is to come?"""
        return self.after is None

    @property
    def skin_colour_off(self) -> bool:
        """Does the policy of the group leave skin colour out of descriptions?"""
        return self.group.policy.skin_colour is SkinColour.OFF

    @property
    def is_off(self) -> bool:
        return any(one.is_off for one in self.judged)


def months_to_choose(group: WatchGroup) -> list[date]:
    """From this month back to the first of the group, newest first."""
    began = clock.month(group.created_at, group.tz)
    return [month for month in reversed(up_to(month_now(group.tz), CHOICE)) if month >= began]


def page_of(group: WatchGroup, wanted: date | None) -> Page:
    """The page for the month that was asked for; for this month when that is not one of the group's."""
    choice = months_to_choose(group)
    month = wanted if wanted in choice else choice[0]
    series = series_of(group, up_to(month, A_YEAR))
    counts = series.counts.get(month, {})
    year = {column.key: series.total(column.key) or 0 for column in columns_of(Part.FAIR)}
    return Page(
        group=group,
        month=month,
        choice=tuple(choice),
        series=series,
        judged=tuple(judged(without_confided(counts) if month == choice[0] else counts)),
        fairness=fairness_of(year),
        charts=tuple(quiet_charts(series)),
        fair_charts=tuple(fair_charts(series)),
        tables=(*_tables(series), *_why_they_left(group)),
    )


def _tables(series: Series) -> Sequence[Table]:
    titles = {
        Part.QUIET: _("Quiet"),
        Part.PEOPLE: _("Who comes and who leaves"),
        Part.FAIR: _("Fair"),
        Part.ORDER: _("House rules"),
    }
    return [
        Table(title, tuple((column, _cells(series, column)) for column in _told(series, part)), series.months)
        for part, title in titles.items()
    ]


def _told(series: Series, part: Part) -> Sequence[Column]:
    """Columns in which there is anything to read, and those that are read as 0."""
    return [
        column for column in columns_of(part) if series.total(column.key) or column.key in (*ALWAYS_SHOWN, "only_looks")
    ]


def _why_they_left(group: WatchGroup) -> Iterator[Table]:
    """In the last whole calendar year, whichever month is looked at; nothing when few left in it."""
    year = last_whole_year(month_now(group.tz))
    series = series_of(group, year)
    told = [(column, confided(series.total(column.key), series.total("leavers"))) for column in CONFIDED]
    if any(figure.value is not None for _column, figure in told):
        title = _("Why neighbours left, in %(year)s") % {"year": year[0].year}
        yield Table(title, tuple((column, (str(figure),)) for column, figure in told))


def _cells(series: Series, column: Column) -> tuple[str, ...]:
    cells = [series.of(month, column.key) for month in series.months]
    total = series.total(column.key) if column.adds_up else None
    return tuple("–" if cell is None else str(cell) for cell in (*cells, total))
