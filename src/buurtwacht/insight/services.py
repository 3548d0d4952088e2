# SPDX-License-Identifier: EUPL-1.2
"""Keeping the figures of a month while what they are counted from is still there."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup

from .counting import count
from .models import MonthFigures
from .months import later, month_now, up_to

RECOUNTED = 3  # months, this one included: a report may be closed, and an appeal answered, in the next
KEPT_FOR = timedelta(days=3 * 365)


@transaction.atomic
def keep_figures() -> int:
    """Count this month and the two before it again, for every group. Running twice changes nothing.

    Returns how many rows there are. How many members there were is kept from the first count after the month has
    ended: memberships that ended are erased later on.
    """
    groups = list(WatchGroup.objects.select_related("organisation"))
    if not groups:
        return 0
    months = up_to(max(month_now(group.tz) for group in groups), RECOUNTED)
    known = {(row.group_id, row.month): row for row in MonthFigures.objects.filter(month__in=months)}
    now, rows = timezone.now(), []
    for (group_id, month), counts in count(groups, months).items():
        figures = dict(counts)
        before = known.get((group_id, month))
        if before and _had_ended(before) and "members" in before.counts:
            figures["members"] = before.counts["members"]
        rows.append(MonthFigures(group_id=group_id, month=month, counts=figures, counted_at=now))
    MonthFigures.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["group", "month"],
        update_fields=["counts", "counted_at"],
        batch_size=500,
    )
    return len(rows)


def forget_figures(before: date) -> int:
    """Delete the figures of months before this one. Returns how many rows."""
    return MonthFigures.objects.filter(month__lt=before).delete()[0]


def _had_ended(row: MonthFigures) -> bool:
    return row.counted_at.date() >= later(row.month)
