# SPDX-License-Identifier: EUPL-1.2
"""Counting what groups did, for several groups and months at once: a few queries, whatever their number."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from buurtwacht.groups.models import WatchGroup

from . import descriptions, people, reports, steps, words
from .span import Counted, Span

__all__ = ["Counted", "Span", "count"]

SOURCES = (reports.count, people.count, words.count, descriptions.count, steps.count)


def count(groups: Iterable[WatchGroup], months: Sequence[date]) -> dict[tuple[UUID, date], Counter[str]]:
    """Everything that can still be counted, by group and month. `months` follow one another.

    Reports stay as rows when their words are gone; of steps of moderation the journal knows for a year.
    """
    by_zone: defaultdict[ZoneInfo, list[WatchGroup]] = defaultdict(list)
    for group in groups:
        by_zone[group.tz].append(group)
    counted: Counted = {}
    for zone, together in by_zone.items():
        span = Span(tuple(together), tuple(months), zone)
        counted |= {(group.pk, month): Counter() for group in together for month in months}
        for source in SOURCES:
            source(span, counted)
    return counted
