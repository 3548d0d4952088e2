# SPDX-License-Identifier: EUPL-1.2
"""Messages that were changed or erased on the phone afterwards. What neighbours have read cannot be unread."""

from django.utils import translation

from buurtwacht.channels.inbound import Heard
from buurtwacht.reports.models import Entry

from .acting import entry_id_of
from .engine import State
from .engine import idle_words as idle
from .models import Conversation
from .saying import say
from .speaking import Speaker

KINDS = ("add", "called", "join")


def answer_taken_back(event: Heard, speaker: Speaker) -> None:
    """Say honestly what a change or an erasure does, when it matters: something was told, or is being told."""
    person, point = speaker.person, speaker.point
    if person is None or event.room:
        return
    conversation = Conversation.objects.filter(contact_point=point).first()
    state = State.from_json(conversation.state) if conversation else State()
    heard_id = f"{speaker.channel}:{event.id}"
    shared = Entry.objects.filter(
        pk__in=[entry_id_of(heard_id, kind) for kind in KINDS], content__isnull=False
    ).exists()
    if not (shared or state.tells):
        return
    with translation.override(person.language):
        reply = idle.changed() if event.act == "changed" else idle.erased(shared=shared)
        say(speaker, reply, language=person.language, urgent=True)
