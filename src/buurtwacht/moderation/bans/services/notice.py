# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction
from django.utils import timezone

from buurtwacht.enrolment.models import Application
from buurtwacht.groups.models import Membership
from buurtwacht.journal.services import record
from buurtwacht.moderation.bans.queries import MET, ban_inside
from buurtwacht.moderation.models import Ban, SharedAddress
from buurtwacht.people.models import Person


@transaction.atomic
def note_attempt(ban: Ban, application: Application) -> None:
    """Somebody under this ban tried to come in. The line says of which group, and not who or with what."""
    record(MET, ban.pk, group=application.group_id)


@transaction.atomic
def note_shared_address(membership: Membership) -> SharedAddress | None:
    """A member has an address that is under a ban: put it before the administrators, once. None when it is not so."""
    ban = ban_inside(membership)
    if ban is None:
        return None
    shared, is_new = SharedAddress.objects.get_or_create(ban=ban, membership=membership)
    if is_new:
        record("ban.met_inside", ban.pk, group=membership.group_id)
    return shared


@transaction.atomic
def settle_shared_address(shared: SharedAddress, *, by: Person) -> None:
    """An administrator looked: it is somebody else, who shares a phone or a mailbox. Twice changes nothing."""
    shared = SharedAddress.objects.select_for_update().get(pk=shared.pk)
    if shared.settled_at is None:
        shared.settled_at = timezone.now()
        shared.save(update_fields=["settled_at"])
        record("ban.seen_apart", shared.pk, by=by, group=shared.membership.group_id)
