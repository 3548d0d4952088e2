# SPDX-License-Identifier: EUPL-1.2
"""The waiting list: places that come free go to who waits longest."""

from django.db import transaction

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import advance
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError

WAITING = Application.Status.WAITING


@transaction.atomic
def fill_places(group: WatchGroup) -> int:
    """Give free places to those who wait, the earliest first. Returns how many got one.

    They agreed to everything before they came on the list, so nothing is asked again: they join, or go on to what is
    left, and are told. Filling twice changes nothing.
    """
    given = 0
    for application in waiting_in(group):
        try:
            with transaction.atomic():
                after = advance(application)
        except DomainError:  # this one cannot join now, and keeps waiting; the coordinator sees who waits
            continue
        if after.status == WAITING:
            break
        record("application.place_given", application.pk, group=group.pk)
        given += 1
    return given


def waiting_in(group: WatchGroup) -> list[Application]:
    """Who waits for a place, the earliest first."""
    return list(Application.objects.filter(group=group, status=WAITING, ended_at=None).order_by("submitted_at", "pk"))
