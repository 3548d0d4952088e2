# SPDX-License-Identifier: EUPL-1.2
"""Counting the advice of the wording check, per group and month, never per person (N9, R141)."""

from collections.abc import Iterable
from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from buurtwacht.groups.models import HintCount, WatchGroup
from buurtwacht.lib.ids import new_id

_ADD = """
INSERT INTO groups_hintcount (id, group_id, month, reason, shown, changed, kept) VALUES (%s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (group_id, month, reason) DO UPDATE SET
  shown = groups_hintcount.shown + excluded.shown,
  changed = groups_hintcount.changed + excluded.changed,
  kept = groups_hintcount.kept + excluded.kept
"""


@transaction.atomic
def count_hints(group: WatchGroup, before: Iterable[str], after: Iterable[str]) -> None:
    """A text was sent: of the reasons that were said about it `before`, those that are not there `after` were changed.

    Reasons as the command names them (`Reason.public`). Call it once per text that is sent, in the transaction of
    sending, with nothing in `before` when no advice was shown.
    """
    shown, left = set(before), set(after)
    month = timezone.localdate(timezone=group.tz).replace(day=1)
    with connection.cursor() as cursor:
        for reason in sorted(shown):
            kept = int(reason in left)
            cursor.execute(_ADD, [new_id(), group.pk, month, reason, 1, 1 - kept, kept])


def forget_hints(before: date) -> int:
    """Delete the counts of months before this one. Returns how many."""
    return HintCount.objects.filter(month__lt=before).delete()[0]
