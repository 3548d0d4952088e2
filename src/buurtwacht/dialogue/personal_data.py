# SPDX-License-Identifier: EUPL-1.2
"""What is kept about conversations by text: the draft while somebody tells, and our own words until they are sent."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.privacy.declare import Basis, Declaration, declare

from .models import Conversation, Turn

KEPT_FOR = timedelta(days=1)


def export_conversations(person_id: UUID) -> list[dict[str, Any]]:
    rows = Conversation.objects.filter(person_id=person_id).order_by("heard_at", "pk")
    return [{"channel": row.contact_point.channel, "told": row.state, "at": row.heard_at} for row in rows]


def erase_conversations(person_id: UUID) -> int:
    return Conversation.objects.filter(person_id=person_id).delete()[0]


def forget_conversations(now: datetime) -> int:
    return Conversation.objects.filter(heard_at__lt=now - KEPT_FOR).delete()[0]


def export_turns(person_id: UUID) -> list[dict[str, Any]]:
    rows = Turn.objects.filter(person_id=person_id).order_by("at", "pk")
    return [{"channel": row.channel, "text": (row.said or {}).get("text", ""), "at": row.at} for row in rows]


def erase_turns(person_id: UUID) -> int:
    return Turn.objects.filter(person_id=person_id).delete()[0]


def forget_turns(now: datetime) -> int:
    return Turn.objects.filter(at__lt=now - KEPT_FOR).delete()[0]


declare(
    Declaration(
        model="dialogue.Conversation",
        what=_("What you told by text message, WhatsApp, mail or another channel, until you share it or stop."),
        why=_("So that you can tell it in several messages. After half an hour of silence it is erased."),
        kept_for=KEPT_FOR,
        basis=Basis.AGREEMENT,
        export=export_conversations,
        erase=erase_conversations,
        forget=forget_conversations,
    ),
    Declaration(
        model="dialogue.Turn",
        what=_("Our answers to you by text message, WhatsApp, mail or another channel, until they have been sent."),
        why=_("To send them, again when something went wrong, and to know which report your answer is about."),
        kept_for=KEPT_FOR,
        basis=Basis.AGREEMENT,
        export=export_turns,
        erase=erase_turns,
        forget=forget_turns,
    ),
)
