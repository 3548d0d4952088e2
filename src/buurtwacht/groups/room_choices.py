# SPDX-License-Identifier: EUPL-1.2
"""The rooms on other networks that a group has, lost or could have, for the page of the coordinator."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from buurtwacht.channels.base import Channel
from buurtwacht.channels.registry import channels

from .models import ChatRoom, RoomCode, WatchGroup
from .queries import lost_rooms_of, rooms_of
from .services.room_codes import mark_of


@dataclass(frozen=True, slots=True)
class RoomChoice:
    """One network: the room of the group there, or how to get one. `typed` is what to type there while a code waits."""

    channel: Channel
    room: ChatRoom | None
    lost: ChatRoom | None
    how: str
    typed: str


def room_choices(group: WatchGroup, codes: dict[str, str]) -> Iterator[RoomChoice]:
    """Each network of this installation on which rooms are. `codes` are those that this coordinator was given."""
    open_here = {room.channel: room for room in rooms_of(group)}
    lost_here = {room.channel: room for room in reversed(lost_rooms_of(group))}
    waiting = RoomCode.objects.filter(group=group, expires_at__gt=timezone.now())
    marks = {one.channel: one.code_fingerprint for one in waiting}
    for kind, channel in channels().items():
        if channel.reaches == "room":
            code, room = codes.get(kind, ""), open_here.get(kind)
            still_waits = bool(code) and marks.get(kind) == mark_of(code)
            typed = f"{channel.attach_word} {code}" if still_waits else ""
            yield RoomChoice(channel, room, None if room else lost_here.get(kind), channel.how_to_attach(), typed)
