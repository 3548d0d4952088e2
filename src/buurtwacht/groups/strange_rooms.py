# SPDX-License-Identifier: EUPL-1.2
"""Rooms on other networks in which we have no business: we stay out, and go out of those in which we still are."""

import asyncio

import structlog
from django.utils import timezone

from buurtwacht.channels.base import Channel, DeliveryFailed
from buurtwacht.channels.expecting import expects_rooms
from buurtwacht.channels.registry import channels
from buurtwacht.groups.models import RoomCode
from buurtwacht.groups.queries import room_at

log = structlog.get_logger()


@expects_rooms
def has_business_in(channel: str, address: str) -> bool:
    """The room is a group's, or somebody has a code to type in a room on this network."""
    codes = RoomCode.objects.filter(channel=channel, expires_at__gt=timezone.now())
    return room_at(channel, address) is not None or codes.exists()


def leave_strange_rooms() -> int:
    """Go out of every room that is no group's: it never became one, or is one no more. Returns how many that were."""
    rooms = [(kind, channel) for kind, channel in channels().items() if channel.reaches == "room"]
    return sum(_leave_strange(kind, channel) for kind, channel in rooms)


def _leave_strange(kind: str, channel: Channel) -> int:
    try:
        strange = [room for room in asyncio.run(channel.rooms_inside()) if not has_business_in(kind, room)]
        return sum(asyncio.run(channel.leave_room(room)) for room in strange)
    except DeliveryFailed as failure:  # tomorrow is another day
        log.warning("room.strange_not_left", channel=kind, why=failure.reason)
        return 0
