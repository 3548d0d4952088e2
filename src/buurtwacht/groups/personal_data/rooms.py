# SPDX-License-Identifier: EUPL-1.2
"""What groups keep about rooms on other networks."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import ChatRoom, RoomCode
from buurtwacht.privacy.declare import Basis, Declaration, declare


def export_rooms(person_id: UUID) -> list[dict[str, Any]]:
    rooms = ChatRoom.objects.filter(opened_by_id=person_id).select_related("group")
    return [{"group": room.group.name, "channel": room.channel, "at": room.opened_at} for room in rooms]


def erase_rooms(person_id: UUID) -> int:
    return ChatRoom.objects.filter(opened_by_id=person_id).update(opened_by=None)


def export_codes(person_id: UUID) -> list[dict[str, Any]]:
    codes = RoomCode.objects.filter(begun_by_id=person_id).select_related("group")
    return [{"group": code.group.name, "channel": code.channel, "at": code.begun_at} for code in codes]


def erase_codes(person_id: UUID) -> int:
    return RoomCode.objects.filter(begun_by_id=person_id).delete()[0]


def forget_old_codes(now: datetime) -> int:
    return RoomCode.objects.filter(expires_at__lt=now).delete()[0]


declare(
    Declaration(
        model="groups.ChatRoom",
        what=_("In which room on another network a group hears its alerts, and who opened it there."),
        why=_("Some groups want to read alerts where they talk already."),
        kept_for=None,
        basis=Basis.LEGITIMATE_INTEREST,
        export=export_rooms,
        erase=erase_rooms,
    ),
    Declaration(
        model="groups.RoomCode",
        what=_("That you are attaching a room on another network to a group. The code itself is made unreadable."),
        why=_("So that a code that is typed there is known to come from the group."),
        kept_for=timedelta(days=1),
        basis=Basis.LEGITIMATE_INTEREST,
        export=export_codes,
        erase=erase_codes,
        forget=forget_old_codes,
    ),
)
