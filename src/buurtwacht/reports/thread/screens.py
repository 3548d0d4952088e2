# SPDX-License-Identifier: EUPL-1.2
"""Open screens follow what was changed, not only what was added."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from buurtwacht.groups.queries import members_of
from buurtwacht.live.services import publish, unsay
from buurtwacht.reports.entries import add_entry, show
from buurtwacht.reports.models import Entry, Report


def begin_stage(report: Report, **entry: Any) -> Entry:
    """Add an entry, as `add_entry` does, that changes what the whole page looks like."""
    added = add_entry(report, **entry)
    turn_page(report)
    return added


def show_again(report: Report, entries: Iterable[Entry]) -> None:
    """Put these entries in place of how they were shown before: their words were erased, or their photo released.

    Among the last statements of the transaction, see `live.services.publish`.
    """
    for entry in entries:
        entry.report = report
        show(entry, "replace")


def unsay_report(report: Report) -> None:
    """What was shown of this report on open screens is never replayed: it was hidden, or its words were erased."""
    unsay([f"report:{report.pk}:{language}" for language, _name in settings.LANGUAGES])


def turn_page(report: Report) -> None:
    """Let open pages of this report fetch themselves anew: it is at another stage, which each reader sees differently.

    A page of a report that was hidden goes to the list. Among the last statements of the transaction.
    """
    html = render_to_string("reports/thread/_stage.html", {"report": report, "is_stale": True})
    for language in sorted(set(members_of(report.group).order_by().values_list("person__language", flat=True))):
        publish(f"report:{report.pk}:{language}", "replace", html)
