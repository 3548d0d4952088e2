# SPDX-License-Identifier: EUPL-1.2
"""Things that happened in a group, to count."""

from datetime import UTC, date, datetime, timedelta

from buurtwacht.delivery.ids import first_id_at
from buurtwacht.journal.models import Line
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.models import Report

MARCH = date(2026, 3, 1)
THEN = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
SINCE = datetime(2025, 1, 1, 12, 0, tzinfo=UTC)


def happened(group, at=THEN, *, minutes=0, **fields):
    """A report that was shown to the group at this moment, and closed so many minutes later."""
    ending = {}
    if minutes:
        ending = {"status": "closed", "closed_at": at + timedelta(minutes=minutes), "close_reason": "police_dealt"}
    return Report.objects.create(
        **({"group": group, "title": "", "place": "", "shared_at": at, "shown_at": at} | ending | fields)
    )


def journalled(action, group, at=THEN, **facts):
    """A line as it was written at this moment; its id is of that moment too."""
    ids = first_id_at(at).int | (new_id().int & ((1 << 80) - 1))
    return Line.objects.create(
        pk=type(new_id())(int=ids), action=action, subject_id=new_id(), at=at, facts={"group": str(group.pk)} | facts
    )
