# SPDX-License-Identifier: EUPL-1.2
"""What somebody told and did not share is let go after half an hour of silence, and they hear so."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone, translation

from buurtwacht.groups.queries import groups_of

from .engine import State, Step
from .engine import idle_words as idle
from .models import Conversation
from .saying import say
from .speaking import Speaker


def let_go(now: datetime | None = None) -> int:
    """End conversations that have run out. Returns how many."""
    now = now or timezone.now()
    due = Conversation.objects.filter(expires_at__lte=now).values_list("pk", flat=True)
    return sum(_end(pk, now) for pk in list(due))


@transaction.atomic
def _end(conversation_id: UUID, now: datetime) -> bool:
    held = Conversation.objects.select_for_update(of=("self",), skip_locked=True)
    conversation = held.filter(pk=conversation_id, expires_at__lte=now).first()
    if conversation is None:
        return False
    state, point = State.from_json(conversation.state), conversation.contact_point
    conversation.state, conversation.photo, conversation.group, conversation.expires_at = {}, None, None, None
    conversation.save(update_fields=["state", "photo", "group", "expires_at"])
    if state.tells or state.step is Step.GROUP:
        person = conversation.person
        group = groups_of(person).first()
        speaker = Speaker(channel=point.channel, address=point.address, point=point)
        with translation.override(person.language):
            reply = idle.expired(group.policy.emergency_number if group else "112")
            say(speaker, reply, language=person.language, urgent=True)
    return True
