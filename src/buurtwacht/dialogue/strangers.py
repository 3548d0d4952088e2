# SPDX-License-Identifier: EUPL-1.2
"""Who we do not know gets one kind answer a day, and nothing of what they wrote is kept."""

from django.conf import settings
from django.utils import translation

from buurtwacht.channels.inbound import Heard
from buurtwacht.groups.queries import room_at
from buurtwacht.lib.limits import Limit

from .engine import Reply
from .engine import idle_words as idle
from .saying import costs, say
from .speaking import Speaker

HINTS = Limit("dialogue.hints", 1, 24 * 60 * 60)
# Somebody with many numbers must not run up a bill by writing to us.
PAID_HINTS = Limit("dialogue.paid_hints", 20, 60 * 60)


def hint(kind: str, event: Heard, speaker: Speaker) -> None:
    """How to connect, once a day; whoever has an emergency reads the number to call."""
    if not (event.room or speaker.address):
        return
    if event.act != "said" or not HINTS.allows(f"{kind}:{event.room}:{event.sender}"):
        return
    room = room_at(kind, event.room) if event.room else None
    if event.room and room is None:
        return
    language = room.group.organisation.language if room else settings.LANGUAGE_CODE
    number = room.group.policy.emergency_number if room else "112"
    to = Speaker(channel=kind, address=event.room or speaker.address)
    with translation.override(language):
        reply = idle.room_stranger(number, settings.SITE_URL) if room else idle.stranger(number, settings.SITE_URL)
        if is_affordable(to, reply):
            say(to, reply, language=language, answers=event.id)


def is_affordable(to: Speaker, reply: Reply) -> bool:
    """May this be said to somebody we do not know? Counts it where it costs money."""
    return not costs(to, reply) or PAID_HINTS.allows(to.channel)
