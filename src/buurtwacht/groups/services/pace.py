# SPDX-License-Identifier: EUPL-1.2
"""Slowing a group or a member down for a while. Alarms and what the coordinator says are never held back."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

LONGEST_PAUSE = 60  # minutes between two additions of one member
LONGEST_ANNOUNCING = timedelta(days=7)
LONGEST_SUSPENSION = timedelta(days=92)


@transaction.atomic
def slow_down(group: WatchGroup, minutes: int, *, by: Person) -> WatchGroup:
    """From now on a member waits so many minutes between two additions to a report; 0 ends it."""
    if not 0 <= minutes <= LONGEST_PAUSE:
        raise DomainError(_("Choose between 0 and 60 minutes."))
    group = WatchGroup.objects.select_for_update().get(pk=group.pk)
    group.slow_minutes = minutes
    group.save(update_fields=["slow_minutes"])
    record("group.slowed", group.pk, by=by, minutes=minutes)
    return group


@transaction.atomic
def announce_only(group: WatchGroup, until: datetime | None, *, by: Person) -> WatchGroup:
    """Until then only reporters and coordinators add to a report; None ends it."""
    if until is not None and not timezone.now() < until <= timezone.now() + LONGEST_ANNOUNCING:
        raise DomainError(_("Choose a moment within a week from now."))
    group = WatchGroup.objects.select_for_update().get(pk=group.pk)
    group.announcements_until = until
    group.save(update_fields=["announcements_until"])
    record("group.announcing", group.pk, by=by, on=until is not None)
    return group


@transaction.atomic
def suspend_member(membership: Membership, until: datetime, *, by: Person | None = None) -> Membership:
    """Until then this member reads, is told and writes nothing. An alarm of theirs goes to the coordinator first."""
    if not timezone.now() < until <= timezone.now() + LONGEST_SUSPENSION:
        raise DomainError(_("Choose a moment within three months from now."))
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    membership.suspended_until = until
    membership.save(update_fields=["suspended_until"])
    record("member.suspended", membership.pk, by=by, group=membership.group_id, person=membership.person_id)
    return membership


@transaction.atomic
def lift_suspension(membership: Membership, *, by: Person | None = None) -> Membership:
    """This member writes again."""
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    membership.suspended_until = None
    membership.save(update_fields=["suspended_until"])
    record("member.unsuspended", membership.pk, by=by, group=membership.group_id, person=membership.person_id)
    return membership
