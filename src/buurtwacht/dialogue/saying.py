# SPDX-License-Identifier: EUPL-1.2
"""Saying something back. The words leave through the outbox, like everything else."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from buurtwacht.channels.base import Message
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.services import intend
from buurtwacht.journal.services import record
from buurtwacht.lib.limits import DAY, Limit

from .engine import Reply
from .models import Turn
from .speaking import Speaker

TURN = "dialogue.turn"
VALID_FOR = timedelta(minutes=30)
# Two machines that answer each other must not go on all night. Who is telling something gets more room than that.
TURNS = Limit("dialogue.turns", 10, 10 * 60)
URGENT_TURNS = Limit("dialogue.urgent_turns", 30, 10 * 60)
PAID_TURNS = Limit("dialogue.paid_turns", 150, DAY)  # more than anybody types in a night; less than a machine does


@transaction.atomic
def say(
    speaker: Speaker,
    reply: Reply,
    *,
    language: str,
    urgent: bool = False,
    report_id: UUID | None = None,
    answers: str = "",
    payer_id: UUID | None = None,
) -> Turn | None:
    """Promise to say this to who spoke. None when there is nothing to say, or when enough was said for now.

    `payer_id` is the group that pays where it costs money. What is urgent is on nobody's ceiling: who is frightened
    gets an answer.
    """
    limit = URGENT_TURNS if urgent else TURNS
    if not reply.text or (reply.can_be_missed and costs(speaker, reply)):
        return None
    whom = f"{speaker.channel}:{speaker.address}"
    if not limit.allows(whom) or (costs(speaker, reply) and not PAID_TURNS.allows(whom)):
        return None
    said: dict[str, Any] = {
        "text": reply.text,
        "choices": [[choice.id, choice.title] for choice in reply.choices],
        "answers": answers,
    }
    point = speaker.point
    turn = Turn.objects.create(
        person=speaker.person,
        contact_point=point,
        report_id=report_id,
        channel=point.channel if point else speaker.channel,
        address=point.address if point else speaker.address,
        language=language,
        said=said,
    )
    record("turn.said", turn.pk, by=speaker.person, channel=turn.channel)
    payer = None if urgent else payer_id
    intend(TURN, turn.pk, priority=0 if urgent else 2, valid_for=VALID_FOR, payer_id=payer)
    _erase_sent(speaker)
    return turn


def costs(speaker: Speaker, reply: Reply) -> bool:
    """Does it cost money to say this there?"""
    channel = channels().get(speaker.channel)
    return (
        channel is not None
        and channel.price(Message(title="", body=reply.text, url="", said=True), speaker.address) > 0
    )


def _erase_sent(speaker: Speaker) -> None:
    """What was sent need not be kept: who got it has it. That there was a turn stays for a day, to find its report."""
    if speaker.point is None:
        return
    kept = Turn.objects.filter(contact_point=speaker.point, said__isnull=False)
    sent = Intent.objects.filter(subject_id__in=kept.values("pk"), done_at__isnull=False)
    kept.filter(pk__in=list(sent.values_list("subject_id", flat=True))).update(said=None)
