# SPDX-License-Identifier: EUPL-1.2
"""What groups keep about rooms on other networks."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import ChatRoom
from buurtwacht.privacy.declare import Basis, Declaration, declare


def export_rooms(person_id: UUID) -> list[dict[str, Any]]:
    rooms = ChatRoom.objects.filter(opened_by_id=person_id).select_related("group")
    return [{"group": room.group.name, "channel": room.channel, "at": room.opened_at} for room in rooms]


def erase_rooms(person_id: UUID) -> int:
    return ChatRoom.objects.filter(opened_by_id=person_id).update(opened_by=None)


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
)
