# SPDX-License-Identifier: EUPL-1.2
"""Applications go along with their street when a group is split."""

from django.db import transaction

from buurtwacht.enrolment.applying.whereabouts import Address, Verdict, where_is
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import advance
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError

from .places import fill_places


@transaction.atomic
def follow_streets(group: WatchGroup) -> int:
    """Bring every application of the group to where its address belongs now. Returns how many went elsewhere."""
    followed = 0
    for application in Application.objects.filter(group=group, ended_at=None).order_by("submitted_at", "pk"):
        place = where_is(_address(application), group)
        if place.verdict is Verdict.ELSEWHERE and place.other and move_to(application, place.other):
            followed += 1
    fill_places(group)
    return followed


@transaction.atomic
def move_to(application: Application, group: WatchGroup) -> bool:
    """The same application, for another group, without its place in the old one. False when it is there already."""
    application = Application.objects.select_for_update().get(pk=application.pk)
    mark = application.email_fingerprint
    if mark and Application.objects.filter(group=group, ended_at=None, email_fingerprint=mark).exists():
        return False
    before, application.group, application.placed_at = application.group_id, group, None
    application.save(update_fields=["group", "placed_at"])
    record("application.followed", application.pk, before=before, group=group.pk)
    try:
        with transaction.atomic():
            advance(application)
    except DomainError:  # told on the page of the application
        pass
    return True


def _address(application: Application) -> Address:
    return Address(application.street, application.house_number, application.postcode, application.town)
