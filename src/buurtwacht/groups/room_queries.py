# SPDX-License-Identifier: EUPL-1.2
"""The rooms on other networks in which a group hears its alerts."""

from django.db.models import QuerySet

from buurtwacht.lib.crypto import fingerprint

from .models import ChatRoom, WatchGroup


def rooms_of(group: WatchGroup) -> QuerySet[ChatRoom]:
    """The rooms on other networks in which this group hears its alerts now."""
    return ChatRoom.objects.filter(group=group, is_on=True, gone_at=None).order_by("opened_at", "pk")


def room_at(channel: str, address: str) -> ChatRoom | None:
    """The room with this address, in the channel's one spelling, with its group."""
    mark = fingerprint(address, f"room:{channel}")
    found = ChatRoom.objects.filter(channel=channel, fingerprint=mark, gone_at=None)
    return found.select_related("group__organisation").first()


def lost_rooms_of(group: WatchGroup) -> QuerySet[ChatRoom]:
    """The rooms that the other side says do not exist any more, newest first."""
    return ChatRoom.objects.filter(group=group, gone_at__isnull=False).order_by("-gone_at", "-pk")
