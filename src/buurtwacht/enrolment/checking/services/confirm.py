# SPDX-License-Identifier: EUPL-1.2
"""Neighbours of a new group say of each other that they live there."""

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.checking.queries.unchecked import CONFIRMED, is_confirmed, to_confirm
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError


@transaction.atomic
def confirm_neighbour(membership: Membership, neighbour: Membership) -> bool:
    """This neighbour knows that the member lives there. True when that was enough.

    One who was checked is enough; of those who were not it takes two, from two other houses, so that three front
    doors know each other before a group starts. Raises `DomainError` for a housemate, and when it was said before.
    """
    WatchGroup.objects.select_for_update().get(pk=membership.group_id)  # so that two at once are counted as two
    if membership not in to_confirm(neighbour):
        raise DomainError(_("This is done already, or you live in the same house. Let another neighbour confirm it."))
    record(CONFIRMED, membership.pk, by=neighbour.person, neighbour=neighbour.pk, group=membership.group_id)
    if not is_confirmed(membership):
        return False
    membership.is_unchecked = False
    membership.save(update_fields=["is_unchecked"])
    return True
