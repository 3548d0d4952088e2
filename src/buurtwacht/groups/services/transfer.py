# SPDX-License-Identifier: EUPL-1.2
"""A group goes to another organisation. It stays with the old one until the new one says yes (R037)."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import GroupTransfer, Organisation, WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .groups import change_settings, shared_by

NOT_HANDED_ON = frozenset({"national_number_authorisation"})


@transaction.atomic
def offer_group(group: WatchGroup, *, to: Organisation, by: Person | None = None) -> GroupTransfer:
    """Ask another organisation to stand behind this group. One offer at a time."""
    group = WatchGroup.objects.select_for_update().get(pk=group.pk)
    if group.status == WatchGroup.Status.CLOSED:
        raise DomainError(_("This group has stopped. Look for another group near you."))
    if to.pk == group.organisation_id:
        raise DomainError(_("The group belongs to this organisation already. Choose another one."))
    if group.transfers.filter(ended_at=None).exists():
        raise DomainError(_("The group has been offered already. Take that offer back first."))
    transfer = GroupTransfer.objects.create(group=group, offered_by_id=group.organisation_id, offered_to=to, offerer=by)
    record("group.offered", group.pk, by=by, group=group.pk, transfer=transfer.pk, to=to.pk)
    return transfer


@transaction.atomic
def accept_group(transfer: GroupTransfer, *, by: Person | None = None) -> WatchGroup:
    """Stand behind the group from now on. Its house rules stay as they are, but for what was the other's own.

    An authorisation to ask for the national number was given to one organisation, and does not go along.
    """
    transfer = _open(transfer.pk)
    group = WatchGroup.objects.select_for_update().get(pk=transfer.group_id)
    group.organisation_id = transfer.offered_to_id
    group.shared = shared_by(transfer.offered_to)
    group.save(update_fields=["organisation", "shared"])
    change_settings(group, {name: value for name, value in group.overrides.items() if name not in NOT_HANDED_ON}, by=by)
    transfer.accepted_at = timezone.now()
    _end(transfer, by)
    facts = {"before": transfer.offered_by_id, "after": transfer.offered_to_id}
    record("group.transferred", group.pk, by=by, group=group.pk, transfer=transfer.pk, **facts)
    return WatchGroup.objects.select_related("organisation", "area").get(pk=group.pk)


@transaction.atomic
def end_offer(transfer: GroupTransfer, *, by: Person | None = None) -> GroupTransfer:
    """Declined by who was asked, or taken back by who offered: the group stays where it is."""
    transfer = _open(transfer.pk)
    _end(transfer, by)
    record("group.offer_ended", transfer.group_id, by=by, group=transfer.group_id, transfer=transfer.pk)
    return transfer


def _open(transfer_id: UUID) -> GroupTransfer:
    transfer = GroupTransfer.objects.select_for_update().get(pk=transfer_id)
    if transfer.ended_at:
        raise DomainError(_("This offer has been answered already."))
    return transfer


def _end(transfer: GroupTransfer, by: Person | None) -> None:
    transfer.ended_at, transfer.answerer = timezone.now(), by
    transfer.save(update_fields=["accepted_at", "ended_at", "answerer"])
