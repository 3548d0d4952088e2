# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction
from django.utils import timezone

from buurtwacht.groups.models import Membership
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person


@transaction.atomic
def agree_to_rules(membership: Membership, *, by: Person) -> Membership:
    """The new member understood how the group works, and from now on reads what neighbours tell (R025)."""
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    if membership.welcomed_at is None:
        membership.welcomed_at = timezone.now()
        membership.save(update_fields=["welcomed_at"])
        record("member.welcomed", membership.pk, by=by, group=membership.group_id, person=membership.person_id)
    return membership
