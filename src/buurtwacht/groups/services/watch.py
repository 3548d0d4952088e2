# SPDX-License-Identifier: EUPL-1.2
"""A look at every group, once a day: has it a coordinator, has it room, is it still there? (N18, R039, R022)

What was said is not said again for a while. Nothing else is done: that is for people.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from buurtwacht.groups import life_signs, lifecycle, queries
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import record

ALARM_AGAIN = timedelta(days=7)


def alarm_uncoordinated() -> int:
    """Groups that run and that nobody coordinates. Returns how many alarms were raised."""
    return sum(_once("group.lost_coordinator", group, ALARM_AGAIN) for group in life_signs.uncoordinated_groups())


def warn_nearly_full() -> int:
    """Groups with less than a tenth of their places left."""
    warned = 0
    for group in life_signs.running_groups():
        here = queries.members_of(group).count()
        if lifecycle.is_nearly_full(here, group.policy):
            percent = lifecycle.percent_full(here, group.policy)
            warned += _once("group.nearly_full", group, lifecycle.ASK_AGAIN, percent=percent)
    return warned


def ask_quiet() -> int:
    """Groups of which nothing was heard for half a year."""
    now = timezone.now()
    quiet = life_signs.quiet_groups(now - lifecycle.QUIET_AFTER)
    return sum(_once("group.quiet", group, lifecycle.ASK_AGAIN) for group in quiet)


@transaction.atomic
def _once(action: str, group: WatchGroup, pause: timedelta, percent: int | None = None) -> bool:
    """Write the line, unless it was written within this pause."""
    WatchGroup.objects.select_for_update().get(pk=group.pk)
    since = timezone.now() - pause
    if Line.objects.filter(subject_id=group.pk, action=action, at__gte=since).exists():
        return False
    record(action, group.pk, group=group.pk, percent=percent)
    return True
