# SPDX-License-Identifier: EUPL-1.2
"""Reports and what was added to them. Their rows stay when the words are gone."""

from collections.abc import Iterable, Iterator

from django.db.models import Aggregate, DurationField, ExpressionWrapper, F

from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.rules import FROM_NEIGHBOURS

from .span import Counted, Row, Span, put

CLOSED = Report.Status.CLOSED
TEXTS = (Entry.Kind.SHARED, Entry.Kind.CORRECTION, Entry.Kind.WITHDRAWN, *FROM_NEIGHBOURS)


class Median(Aggregate):
    """Half took less, half took more."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


def count(span: Span, counted: Counted) -> None:
    """An alarm is a report that the whole group was told of, in the month in which it was told."""
    every = Report.objects.filter(group__in=span.groups)
    closed = every.filter(status=CLOSED)
    put(counted, "reports", span.by_month(every, "shared_at", "group_id"))
    put(counted, "alarms", span.by_month(every, "shown_at", "group_id"))
    put(counted, "closed", span.by_month(closed, "closed_at", "group_id"))
    false = closed.filter(close_reason=Report.CloseReason.FALSE_ALARM)
    put(counted, "false_alarms", span.by_month(false, "closed_at", "group_id"))
    took = Median(ExpressionWrapper(F("closed_at") - F("shared_at"), output_field=DurationField()))
    put(counted, "minutes_to_close", _in_minutes(span.by_month(closed, "closed_at", "group_id", measure=took)))
    _entries(span, counted)


def _entries(span: Span, counted: Counted) -> None:
    """One query for all kinds. A report without news since these months began has no entry in them."""
    rows = Entry.objects.filter(report__group__in=span.groups, report__last_news_at__gte=span.begin)
    for group, month, kind, number in span.by_month(rows.filter(kind__in=TEXTS), "at", "report__group_id", "kind"):
        for key in _figures_of(kind):
            put(counted, key, [(group, month, number)])


def _figures_of(kind: str) -> Iterator[str]:
    if kind == Entry.Kind.WITHDRAWN:
        yield "withdrawn"
        return
    yield "texts"
    if kind in FROM_NEIGHBOURS:
        yield "supplements"


def _in_minutes(rows: Iterable[Row]) -> Iterable[Row]:
    return ((group, month, took.total_seconds() / 60) for group, month, took in rows)
