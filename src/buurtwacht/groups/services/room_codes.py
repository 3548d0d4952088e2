# SPDX-License-Identifier: EUPL-1.2
"""Attaching a room by a code: a coordinator gets it here and types it there. That proves that it is their room."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.channels.registry import channels
from buurtwacht.groups.models import ChatRoom, RoomCode, WatchGroup
from buurtwacht.groups.queries import is_coordinator
from buurtwacht.groups.room_words import fresh_code, room_code_in
from buurtwacht.journal.services import record
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.limits import Limit
from buurtwacht.people.models import Person

from .rooms import open_room

WORKS_FOR = timedelta(days=1)
WRONG_CODES = Limit("room", 5, 60 * 60)  # by room from which they come


@transaction.atomic
def begin_room(group: WatchGroup, channel: str, *, by: Person) -> RoomCode:
    """A new code for a room of this group on this channel, in `code`; an older one stops working.

    Raises `DomainError` for a channel without rooms.
    """
    known = channels().get(channel)
    if known is None or known.reaches != "room":
        raise DomainError(_("There are no rooms of this kind here. Choose another one."))
    now, code = timezone.now(), fresh_code()
    kept = {"code_fingerprint": mark_of(code), "begun_by": by, "begun_at": now, "expires_at": now + WORKS_FOR}
    waiting, _is_new = RoomCode.objects.update_or_create(group=group, channel=channel, defaults=kept)
    waiting.code = code
    record("room.awaited", group.pk, by=by, channel=channel)
    return waiting


def finish_room(channel: str, code: str, address: str) -> ChatRoom:
    """This code was typed in the room with this address: from now on the group hears its alerts there.

    Whoever hears what is said in rooms calls this for words in which `room_code_in` finds a code, before anything
    else is made of them. `code` may stand among other words. Raises `DomainError` with a sentence to say in the room:
    for a code that is wrong, too old, used before or of somebody who no longer coordinates, for a room of another
    group, and after too many wrong codes.
    """
    whom = f"{channel}:{address}"
    if not WRONG_CODES.allows(whom):  # counted before the code is tried, and outside the transaction
        raise DomainError(_("Too many codes that were not right came from here. Wait an hour and try again."))
    room = _finish(channel, room_code_in(code), address)
    if room is None:
        raise DomainError(_("We do not know this code. It may be too old. The coordinator can ask for a new one."))
    WRONG_CODES.gives_back(whom)
    if isinstance(room, DomainError):
        raise room
    return room


@transaction.atomic
def _finish(channel: str, code: str, address: str) -> ChatRoom | DomainError | None:
    """A code is good for one answer, yes or no: one that was refused ends, whoever read it in that room."""
    waiting = RoomCode.objects.select_for_update(of=("self",)).select_related("group", "begun_by")
    found = waiting.filter(channel=channel, code_fingerprint=mark_of(code), expires_at__gt=timezone.now()).first()
    if found is None:
        return None
    found.delete()
    if not is_coordinator(found.begun_by, found.group):
        return None
    try:
        return open_room(found.group, channel, address, by=found.begun_by)
    except DomainError as refusal:
        return refusal


def mark_of(code: str) -> str:
    """How a code is kept."""
    return fingerprint(code, "room_code")
