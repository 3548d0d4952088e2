# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.models import Departure
from buurtwacht.enrolment.staying import rules
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.groups.services import end_membership
from buurtwacht.lib import clock
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person


@transaction.atomic
def leave_group(membership: Membership, *, by: Person, reason: str = Departure.Reason.UNSAID) -> Membership:
    """Somebody stops. Alerts stop with this commit; `reason` is counted by the month, apart from who it was.

    Raises `DomainError` for the last coordinator of a group with members: they hand over first. Twice is once.
    """
    WatchGroup.objects.select_for_update().get(pk=membership.group_id)  # two coordinators cannot leave at once
    membership = Membership.objects.select_related("group__organisation", "person").get(pk=membership.pk)
    if membership.left_at:
        return membership
    if is_last_coordinator(membership):
        raise DomainError(_("You are the only coordinator. First hand over to somebody else, then you can leave."))
    count_departure(membership.group, reason if reason in Departure.Reason.values else Departure.Reason.OTHER)
    return end_membership(membership, by=by, reason=rules.LEFT)


def is_last_coordinator(membership: Membership) -> bool:
    """Would the others be left without a coordinator? Who is alone in a group may simply go."""
    if membership.role != Membership.Role.COORDINATOR:
        return False
    others = members_of(membership.group).exclude(pk=membership.pk)
    return others.exists() and not others.filter(role=Membership.Role.COORDINATOR).exists()


def count_removal(group: WatchGroup) -> None:
    """The group removed somebody: one more in this month."""
    count_departure(group, Departure.Reason.REMOVED)


def count_departure(group: WatchGroup, reason: str) -> None:
    """One more in this month. Nothing says who."""
    month = clock.month(timezone.now(), group.tz)
    Departure.objects.create(group=group, reason=reason, month=month)
