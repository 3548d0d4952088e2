# SPDX-License-Identifier: EUPL-1.2
"""The groups of one organisation side by side, for its officials, its auditor and its coordinators.

Outside a group nothing says who: what is close to somebody is told as "fewer than 5" or in fives (small.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import number_format

from buurtwacht.groups.models import Organisation
from buurtwacht.groups.queries import groups_under
from buurtwacht.lib import clock

from .charts import Chart, behaviour_chart
from .columns import BY_KEY, CONFIDED, Column, Part, columns_of
from .fairness import Fairness, fairness_of
from .judging import MOST_ALARMS
from .months import A_YEAR, last_whole_year, month_now, up_to
from .series import Series, side_by_side, together
from .small import Figure, confided, exact, rough

SIDE_BY_SIDE = ("members", "alarms", "reports", "supplements", "leavers")


@dataclass(frozen=True, slots=True)
class Row:
    """One group: the figures that stand beside those of others, and its alarms in a month, on average."""

    name: str
    figures: tuple[Figure, ...]
    alarms_a_month: float

    @property
    def told(self) -> list[tuple[Column, Figure]]:
        """Its figures, each with the column in which it stands."""
        return [(BY_KEY[key], figure) for key, figure in zip(SIDE_BY_SIDE, self.figures, strict=True)]

    @property
    def alarms_said(self) -> str:
        """As people write it."""
        return number_format(self.alarms_a_month, 1)

    @property
    def is_loud(self) -> bool:
        """Is the aim missed over the whole year?"""
        return self.alarms_a_month >= MOST_ALARMS

    @property
    def width(self) -> float:
        """Of its bar, in per cent: the aim stands at half."""
        return min(100.0, 50 * self.alarms_a_month / MOST_ALARMS)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A year of an organisation."""

    organisation: Organisation
    months: tuple[date, ...]
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    people: tuple[tuple[Column, Figure], ...]
    year: int  # the last whole calendar year: the only one of which reasons for leaving are told
    reasons: tuple[tuple[Column, Figure], ...]
    order: tuple[tuple[Column, Figure], ...]
    fairness: Fairness
    skin: Figure
    skin_early: Figure
    series: tuple[Series, ...]
    of_the_year: tuple[Series, ...]

    @property
    def has_reasons(self) -> bool:
        """Did so many leave in that year that reasons can be told?"""
        return any(figure.value is not None for _column, figure in self.reasons)

    @property
    def fair_charts(self) -> list[Chart]:
        """How the bias figure moves, all groups together."""
        return [behaviour_chart(self.series)] if self.series else []


def compare(organisation: Organisation) -> Comparison:
    """The last twelve months, this one included, as they were counted last night."""
    groups = list(groups_under(organisation).select_related("organisation").order_by("name"))
    zone = groups[0].tz if groups else None
    months = up_to(month_now(zone) if zone else date.today().replace(day=1), A_YEAR)  # noqa: DTZ011 - nothing to count
    series = side_by_side(groups, months)
    year = last_whole_year(months[-1])
    of_the_year = side_by_side([one for one in groups if clock.month(one.created_at, one.tz) <= year[-1]], year)
    fair = fairness_of({column.key: together(series, column.key) or 0 for column in columns_of(Part.FAIR)})
    return Comparison(
        organisation=organisation,
        months=tuple(months),
        rows=tuple(_row(one) for one in series),
        columns=tuple(BY_KEY[key] for key in SIDE_BY_SIDE),
        people=_told(series, Part.PEOPLE),
        year=year[0].year,
        reasons=reasons_of(of_the_year),
        order=_told(series, Part.ORDER),
        fairness=fair,
        skin=rough(fair.skin),
        skin_early=rough(fair.skin_early),
        series=tuple(series),
        of_the_year=tuple(of_the_year),
    )


def figure_of(value: int | None, column: Column) -> Figure:
    """As it may be read outside the group."""
    return rough(value) if column.close else exact(value)


def reasons_of(of_the_year: Sequence[Series]) -> tuple[tuple[Column, Figure], ...]:
    """Why neighbours of these groups left in a whole calendar year; nothing when few did."""
    left = together(of_the_year, "leavers")
    return tuple((column, confided(together(of_the_year, column.key), left)) for column in CONFIDED)


def _row(one: Series) -> Row:
    figures = tuple(figure_of(one.total(key), BY_KEY[key]) for key in SIDE_BY_SIDE)
    known = sum(1 for month in one.months if month in one.counts)
    return Row(one.group.name, figures, round((one.total("alarms") or 0) / max(known, 1), 1))


def _told(series: Sequence[Series], part: Part) -> tuple[tuple[Column, Figure], ...]:
    return tuple((column, figure_of(together(series, column.key), column)) for column in columns_of(part))
