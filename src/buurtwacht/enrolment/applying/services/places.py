# SPDX-License-Identifier: EUPL-1.2
"""The waiting list: places that come free go to who waits longest."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import advance, membership_in_the_way
from buurtwacht.enrolment.services.advance import has_room
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .submit import mark_of_email

WAITING = Application.Status.WAITING
PASSED_OVER = "application.passed_over"


@transaction.atomic
def fill_places(group: WatchGroup) -> int:
    """Give free places to those who wait, the earliest first. Returns how many got one.

    They agreed to everything before they came on the list, so nothing is asked again: they join, or go on to what is
    left, and are told. Filling twice changes nothing.
    """
    given = 0
    for application in waiting_in(group):
        if membership_in_the_way(application):
            _pass_over(application)
            continue
        try:
            with transaction.atomic():
                after = advance(application)
        except DomainError:  # this one cannot join now, and keeps waiting; the coordinator sees who waits
            continue
        if after.status == WAITING:
            break
        if after.status == Application.Status.REFUSED:  # turned away at the door
            continue
        record("application.place_given", application.pk, group=group.pk)
        given += 1
    return given


def waiting_in(group: WatchGroup) -> list[Application]:
    """Who waits for a place, the earliest first."""
    return list(Application.objects.filter(group=group, status=WAITING, ended_at=None).order_by("submitted_at", "pk"))


def groups_waited_for(person_id: UUID) -> list[WatchGroup]:
    """The groups in which this person waits for a place."""
    person = Person.objects.get(pk=person_id)
    theirs = Q(person=person) | Q(email_fingerprint=mark_of_email(person.email))
    waiting = Application.objects.filter(theirs, status=WAITING, ended_at=None).select_related("group")
    return [application.group for application in waiting]


def _pass_over(application: Application) -> None:
    """There is a place, but they take part elsewhere: noted once, so that they hear once what is in the way."""
    if has_room(application) and not Line.objects.filter(action=PASSED_OVER, subject_id=application.pk).exists():
        record(PASSED_OVER, application.pk, group=application.group_id)
