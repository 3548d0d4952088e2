# SPDX-License-Identifier: EUPL-1.2
"""The figures of months: those that were kept, and those of now, counted while one waits."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib import clock

from .columns import BY_KEY
from .counting import count
from .models import MonthFigures
from .months import later, month_now

Counts = Mapping[str, int]
Kept = dict[UUID, dict[date, Counts]]


@dataclass(frozen=True, slots=True)
class Series:
    """One group, month by month; a month that the group did not see has no counts."""

    group: WatchGroup
    months: tuple[date, ...]
    counts: Mapping[date, Counts]

    def of(self, month: date, key: str) -> int | None:
        """One figure of one month; None when nothing is known of that month."""
        counts = self.counts.get(month)
        return None if counts is None else counts.get(key, 0)

    def total(self, key: str) -> int | None:
        """Over all these months; the last one that is known where a figure does not add up."""
        known = [self.counts[month].get(key, 0) for month in self.months if month in self.counts]
        if not known:
            return None
        return sum(known) if BY_KEY[key].adds_up else known[-1]


def series_of(group: WatchGroup, months: Sequence[date]) -> Series:
    """One group. This month is counted now; of a month from before the first count, what can still be counted."""
    kept = _kept([group], months).get(group.pk, {})
    began, now = clock.month(group.created_at, group.tz), month_now(group.tz)
    missing = [month for month in months if began <= month <= now and (month not in kept or month == now)]
    fresh = count([group], _unbroken(missing)) if missing else {}
    counts = kept | {month: found for (_group, month), found in fresh.items() if month in missing}
    return Series(group, tuple(months), counts)


def side_by_side(groups: Iterable[WatchGroup], months: Sequence[date]) -> list[Series]:
    """Several groups as they were counted last night: one query, whatever their number.

    Before the first night there is nothing: then all of them are counted now.
    """
    groups = list(groups)
    kept = _kept(groups, months)
    if groups and not kept:
        for (group_id, month), found in count(groups, months).items():
            kept.setdefault(group_id, {})[month] = found
    return [Series(group, tuple(months), _since_it_began(group, kept.get(group.pk, {}))) for group in groups]


def together(series: Iterable[Series], key: str) -> int | None:
    """One figure of several groups; None where nothing is known, or where it does not add up."""
    if not BY_KEY[key].adds_up and key != "members":
        return None
    known = [value for one in series if (value := one.total(key)) is not None]
    return sum(known) if known else None


def _kept(groups: Iterable[WatchGroup], months: Sequence[date]) -> Kept:
    found: Kept = {}
    for row in MonthFigures.objects.filter(group__in=groups, month__in=months):
        found.setdefault(row.group_id, {})[row.month] = Counter(row.counts)
    return found


def _since_it_began(group: WatchGroup, counts: Mapping[date, Counts]) -> dict[date, Counts]:
    began = clock.month(group.created_at, group.tz)
    return {month: found for month, found in counts.items() if month >= began}


def _unbroken(months: Sequence[date]) -> list[date]:
    """From the first to the last of these, as counting wants them."""
    found, month = [], min(months)
    while month <= max(months):
        found.append(month)
        month = later(month)
    return found
