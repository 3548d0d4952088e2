# SPDX-License-Identifier: EUPL-1.2
"""What we ask of another network ourselves: to make a room, and to let us out of one."""

import asyncio

import structlog
from django.utils.translation import gettext as _

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.registry import channels
from buurtwacht.groups.models import ChatRoom, WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .rooms import open_room

log = structlog.get_logger()


def make_room(group: WatchGroup, channel: str, *, invite: str, alarm_only: bool, by: Person) -> ChatRoom:
    """A new room on that network, looked after by whoever is invited there; the group hears its alerts in it.

    The other network is asked before anything is written here. Raises `DomainError` when it does not do it.
    """
    known = channels().get(channel)
    if known is None or not known.makes_rooms:
        raise DomainError(_("There are no rooms of this kind here. Choose another one."))
    try:
        address = asyncio.run(known.make_room(group.name, invite=invite, alarm_only=alarm_only))
    except DeliveryFailed as failure:
        log.warning("room.not_made", channel=channel, why=failure.reason)
        raise DomainError(_("The other network did not make a room. Try again later, or attach one.")) from failure
    return open_room(group, channel, address, by=by)


def leave_room(room: ChatRoom) -> bool:
    """Go out of a room that was closed, so that we hear no more of what is said there. False when we could not."""
    known = channels().get(room.channel)
    try:
        is_left = known is not None and asyncio.run(known.leave_room(room.address))
    except DeliveryFailed as failure:
        log.warning("room.not_left", channel=room.channel, why=failure.reason)
        return False
    if is_left:
        record("room.left", room.group_id, channel=room.channel)
    return is_left
