# SPDX-License-Identifier: EUPL-1.2
"""One message of somebody we know: where it belongs, what the engine makes of it, and what we say back."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone, translation

from buurtwacht.channels.inbound import Heard

from .engine import State, Step
from .models import Conversation
from .saying import say
from .speaking import Speaker
from .subjects import reader_of
from .talk import Talk

QUIET_FOR = timedelta(minutes=30)  # after this, what was not shared is let go


@transaction.atomic
def converse(event: Heard, speaker: Speaker) -> None:
    """Take in what somebody we know says, and answer."""
    person, point = speaker.person, speaker.point
    assert person is not None and point is not None  # noqa: S101, PT018 - only for who is known
    with translation.override(person.language):
        conversation = _held(speaker)
        talk = Talk(event, speaker, conversation)
        turned = talk.turned()
        if turned is None:
            return
        state = turned.state
        _keep(conversation, state)
        report = reader_of(person, state.report) if state.report else None
        say(
            speaker,
            turned.reply,
            language=person.language,
            urgent=state.tells or bool(report and report.report.is_live),
            report_id=report.report.pk if report else None,
            answers=event.id if not event.room else "",
            payer_id=talk.groups[0].pk if talk.groups else None,
        )


def _held(speaker: Speaker) -> Conversation:
    """The conversation on this way, held until the transaction ends. What has run out is let go."""
    point = speaker.point
    assert point is not None  # noqa: S101 - only for who is known
    Conversation.objects.get_or_create(contact_point=point, defaults={"person": point.person})
    held = Conversation.objects.select_for_update(of=("self",)).select_related("person", "group__organisation")
    conversation = held.get(contact_point=speaker.point)
    if conversation.expires_at and conversation.expires_at <= timezone.now():
        conversation.state, conversation.photo, conversation.group = {}, None, None
    return conversation


def _keep(conversation: Conversation, state: State) -> None:
    waits = state.step is not Step.IDLE or bool(state.options or state.held)
    conversation.state = state.to_json() if waits or state.report else {}
    conversation.heard_at = timezone.now()
    conversation.expires_at = conversation.heard_at + QUIET_FOR if conversation.state else None
    if not state.tells and state.step is not Step.GROUP:
        conversation.group = None
        if not state.photo:
            conversation.photo = None
    conversation.save()
