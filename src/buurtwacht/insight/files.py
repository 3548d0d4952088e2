# SPDX-License-Identifier: EUPL-1.2
"""The figures as files that other programs read: comma-separated, or JSON. The columns stand in docs/figures.md."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date

from .columns import COLUMNS, Column
from .council import Comparison, figure_of, reasons_of
from .series import Series
from .small import Figure, exact

FORMATS = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
_KEYS = tuple(column.key for column in COLUMNS)
Line = dict[str, str]


def of_group(series: Series, form: str) -> str:
    """Each month of one group, exact; not why somebody left."""
    return _written(_lines(series), form)


def of_organisation(compared: Comparison, form: str) -> str:
    """The year of each group, as it may be read outside it. Months are not told apart: they would be too small.

    Why neighbours left is told of the last whole calendar year, in rows of their own.
    """
    told_now = [column for column in COLUMNS if not column.confided]
    lines = []
    for one in compared.series:
        told = {column.key: figure_of(one.total(column.key), column).written for column in told_now}
        lines.append(_head(one, _period(one)) | dict.fromkeys(_KEYS, "") | told)
    for one in compared.of_the_year:
        why = {column.key: figure.written for column, figure in reasons_of([one])}
        lines += [_head(one, _period(one)) | dict.fromkeys(_KEYS, "") | why] if any(why.values()) else []
    return _written(lines, form)


def _period(series: Series) -> str:
    return f"{series.months[0]:%Y-%m}/{series.months[-1]:%Y-%m}"


def _lines(series: Series) -> Iterable[Line]:
    for month in series.months:
        if month in series.counts:
            counted = {column.key: _of_month(series, month, column).written for column in COLUMNS}
            yield _head(series, f"{month:%Y-%m}") | counted


def _of_month(series: Series, month: date, column: Column) -> Figure:
    return Figure(None) if column.confided else exact(series.of(month, column.key))


def _head(series: Series, period: str) -> Line:
    return {"group": series.group.slug, "period": period}


def _written(lines: Iterable[Line], form: str) -> str:
    rows: Sequence[Line] = list(lines)
    if form == "json":
        return json.dumps({"columns": ["group", "period", *(column.key for column in COLUMNS)], "rows": rows}, indent=1)
    out = io.StringIO()
    writer = csv.DictWriter(out, ["group", "period", *(column.key for column in COLUMNS)])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
