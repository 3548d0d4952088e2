# SPDX-License-Identifier: EUPL-1.2
"""Counting the advice of the wording check, per group and month, never per person (N9, R141)."""

from collections.abc import Iterable, Set
from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from buurtwacht.groups.models import HintCount, WatchGroup
from buurtwacht.groups.words import allowed_by
from buurtwacht.lib import clock
from buurtwacht.lib.ids import new_id
from buurtwacht.wording.reasons import NOT_FOR_HERE, Reason
from buurtwacht.wording.weighing import weigh

_ADD = """
INSERT INTO groups_hintcount (id, group_id, month, reason, shown, changed, kept) VALUES (%s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (group_id, month, reason) DO UPDATE SET
  shown = groups_hintcount.shown + excluded.shown,
  changed = groups_hintcount.changed + excluded.changed,
  kept = groups_hintcount.kept + excluded.kept
"""


def count_hints(group: WatchGroup, before: Iterable[str], after: Iterable[str]) -> None:
    """A text of a report was sent: of the reasons said of it `before`, those that are not there `after` were changed.

    Reasons as the command names them (`Reason.public`). Call it once per text that is sent, in the transaction of
    sending, with nothing in `before` when no advice was shown. A text that does not belong here counts once more, as
    `off_topic`, however many reasons say so: divided by the texts of reports this is the share that was off topic.
    """
    shown, left = set(before), set(after)
    if shown & NOT_FOR_HERE:
        shown.add(Reason.OFF_TOPIC)
        if left & shown & NOT_FOR_HERE:
            left.add(Reason.OFF_TOPIC)
    _add(group, shown, left)


@transaction.atomic
def _add(group: WatchGroup, shown: Set[str], left: Set[str]) -> None:
    month = clock.month(timezone.now(), group.tz)
    with connection.cursor() as cursor:
        for reason in sorted(shown):
            kept = int(reason in left)
            cursor.execute(_ADD, [new_id(), group.pk, month, reason, 1, 1 - kept, kept])


def count_words(group: WatchGroup, shown: Iterable[str], *texts: str, news: bool = False) -> None:
    """The same for a text that is in no report: `shown` was said about it, and what is left of that is weighed here.

    Refuses nothing: the form did, and what it shows as advice may be sent.
    """
    if shown := set(shown):
        found = [one for text in texts for one in weigh(text, allowed=allowed_by(group.policy), news=news)]
        _add(group, shown, {one.reason.public.value for one in found})


def forget_hints(before: date) -> int:
    """Delete the counts of months before this one. Returns how many."""
    return HintCount.objects.filter(month__lt=before).delete()[0]
