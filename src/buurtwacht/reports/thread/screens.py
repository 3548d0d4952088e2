# SPDX-License-Identifier: EUPL-1.2
"""Open screens follow what was changed, not only what was added."""

from collections.abc import Iterable

from ..entries import show
from ..models import Entry, Report


def show_again(report: Report, entries: Iterable[Entry]) -> None:
    """Put these entries in place of how they were shown before: their words were erased, or their photo released.

    Among the last statements of the transaction, see `live.services.publish`.
    """
    for entry in entries:
        entry.report = report
        show(entry, "replace")
