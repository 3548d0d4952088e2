# SPDX-License-Identifier: EUPL-1.2
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Aggregate, Count, QuerySet
from django.db.models.functions import TruncMonth

from buurtwacht.groups.models import WatchGroup
from buurtwacht.insight.months import begins_at, later

Row = tuple[Any, ...]  # a group, a month, and last a number
Counted = dict[tuple[UUID, date], Counter[str]]


@dataclass(frozen=True)
class Span:
    """Which groups, and which months in their zone. `months` follow one another."""

    groups: tuple[WatchGroup, ...]
    months: tuple[date, ...]
    zone: ZoneInfo

    @property
    def begin(self) -> datetime:
        return begins_at(self.months[0], self.zone)

    @property
    def end(self) -> datetime:
        """The first moment after it."""
        return begins_at(later(self.months[-1]), self.zone)

    def within(self, field: str) -> dict[str, datetime]:
        """The filter for a moment in these months."""
        return {f"{field}__gte": self.begin, f"{field}__lt": self.end}

    def by_month(
        self, rows: QuerySet[Any], field: str, group: str, *beside: str, measure: Aggregate | None = None
    ) -> Iterable[Row]:
        """(group, month, …, number): how many there are of each, or another measure."""
        month = TruncMonth(field, tzinfo=self.zone)
        told = rows.filter(**self.within(field)).order_by().annotate(in_month=month)
        found: Iterable[Row] = told.values_list(group, "in_month", *beside).annotate(number=measure or Count("pk"))
        return found


def put(counted: Counted, key: str, found: Iterable[Row]) -> None:
    """Note the last of each row as the number of its group and month."""
    for group_id, month, *_beside, number in found:
        place = (group_id, month if type(month) is date else month.date())
        if place in counted and number is not None:
            counted[place][key] += round(number)
