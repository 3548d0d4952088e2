# SPDX-License-Identifier: EUPL-1.2
"""What rooms above say about an open report, in one sentence. This room knows no alerts, so they register here."""

from collections.abc import Callable
from uuid import UUID

LineSource = Callable[[UUID], str]

_lines: list[LineSource] = []


def report_lines(source: LineSource) -> LineSource:
    """Register a function that says one sentence about an open report, such as "62 of 84 reached.", or nothing."""
    if source not in _lines:
        _lines.append(source)
    return source


def lines_about(report_id: UUID) -> str:
    """What other rooms say about an open report."""
    return " ".join(filter(None, (source(report_id) for source in _lines)))
