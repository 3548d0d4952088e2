# SPDX-License-Identifier: EUPL-1.2
"""Rooms on other networks in which a group hears its alerts."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.channels.registry import channels
from buurtwacht.groups.models import ChatRoom, WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person


@transaction.atomic
def open_room(group: WatchGroup, channel: str, address: str, *, by: Person) -> ChatRoom:
    """From now on this room hears the alerts of the group. Another room of the group on this channel is let go.

    Raises `DomainError` for a channel without rooms, an address that is none, or a room of another group.
    """
    known = channels().get(channel)
    if known is None or known.reaches != "room":
        raise DomainError(_("There are no rooms of this kind here. Choose another one."))
    address = known.normalise(address)
    mark = fingerprint(address, f"room:{channel}")
    taken = ChatRoom.objects.select_for_update().filter(channel=channel, fingerprint=mark).first()
    if taken and taken.group_id != group.pk and taken.gone_at is None:
        raise DomainError(_("Another group uses this room already. Choose a room of your own."))
    if taken:
        taken.delete()
    ChatRoom.objects.filter(group=group, channel=channel, gone_at=None).delete()
    room = ChatRoom.objects.create(group=group, channel=channel, address=address, opened_by=by)
    record("room.opened", room.pk, by=by, group=group.pk, channel=channel)
    return room


@transaction.atomic
def close_room(room: ChatRoom, *, by: Person | None = None) -> None:
    """This room hears nothing more."""
    record("room.closed", room.pk, by=by, group=room.group_id, channel=room.channel)
    room.delete()


@transaction.atomic
def mark_rooms_gone(room_ids: Iterable[UUID]) -> int:
    """The other side says that these rooms do not exist any more. Returns how many that was new for."""
    gone = list(ChatRoom.objects.select_for_update().filter(pk__in=list(room_ids), gone_at=None))
    ChatRoom.objects.filter(pk__in=[room.pk for room in gone]).update(gone_at=timezone.now())
    for room in gone:
        record("room.gone", room.pk, group=room.group_id, channel=room.channel)
    return len(gone)


@transaction.atomic
def move_room(channel: str, old: str, new: str) -> None:
    """The other side gave the room another address. It cannot become the room of another group."""
    before, after = (fingerprint(address, f"room:{channel}") for address in (old, new))
    rooms = {
        room.fingerprint: room
        for room in ChatRoom.objects.select_for_update().filter(channel=channel, fingerprint__in=(before, after))
    }
    one, taken = rooms.get(before), rooms.get(after)
    if one is None or taken is one or (one.gone_at and _has_room(one)):
        return
    if taken and taken.group_id != one.group_id and taken.gone_at is None:
        mark_rooms_gone([one.pk])
        return
    if taken:
        taken.delete()
    one.address, one.gone_at = new, None
    one.save()
    record("room.moved", one.pk, group=one.group_id, channel=channel)


def _has_room(gone: ChatRoom) -> bool:
    """Has the group another room there by now?"""
    return ChatRoom.objects.filter(group=gone.group_id, channel=gone.channel, gone_at=None).exists()
