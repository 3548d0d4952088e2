# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.journal.services import record
from buurtwacht.moderation.flagging import queries
from buurtwacht.reports.models import Entry

LOOK_VALID_FOR = timedelta(days=7)


@transaction.atomic
def bring_to_people(entry: Entry) -> int:
    """From now on it stands on the desk of whoever judges it, and they hear so once. Returns how many flags came."""
    came = queries.open_flags(entry).filter(desk_at=None).update(desk_at=timezone.now())
    if came:
        record("flag.brought", entry.pk, group=entry.report.group_id, flags=came)
    if came and came == queries.open_flags(entry).count():  # the first time: later flags join what stands there
        intend("moderation.look", entry.pk, priority=Priority.NOTICE, valid_for=LOOK_VALID_FOR)
    return came
