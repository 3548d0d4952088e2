# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction

from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person


@transaction.atomic
def set_ceiling(group: WatchGroup, ceiling: int | None, *, by: Person | None = None) -> WatchGroup:
    """What paid messages may cost in a month, in thousandths of a euro: 0 for no ceiling, None for the usual one.

    The same again changes nothing.
    """
    group = WatchGroup.objects.select_for_update().get(pk=group.pk)
    if ceiling != group.monthly_ceiling:
        group.monthly_ceiling = ceiling
        group.save(update_fields=["monthly_ceiling"])
        record("group.ceiling_changed", group.pk, by=by, group=group.pk, ceiling=ceiling)
    return group
