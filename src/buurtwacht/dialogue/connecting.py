# SPDX-License-Identifier: EUPL-1.2
"""A code from the site, sent from a telephone: from now on this way belongs to who asked for the code."""

from django.conf import settings
from django.db import transaction
from django.utils import translation

from buurtwacht.channels.inbound import Heard
from buurtwacht.groups.queries import groups_of
from buurtwacht.groups.services.room_codes import finish_room
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.services import finish_connecting

from .engine import Reply
from .engine import idle_words as idle
from .saying import say
from .speaking import Speaker
from .strangers import is_affordable


def connect(kind: str, event: Heard, speaker: Speaker) -> None:
    """Connect, and welcome; or say what was wrong with the code."""
    language = speaker.person.language if speaker.person else settings.LANGUAGE_CODE
    try:
        with translation.override(language):
            point = finish_connecting(kind, f"{event.text} {event.token}", event.sender, event.other_sender)
    except DomainError as refusal:
        reply = Reply(str(refusal))
        if speaker.point or is_affordable(speaker, reply):
            say(speaker, reply, language=language, answers=event.id)
        return
    person = point.person
    group = groups_of(person).first()
    known = Speaker(channel=point.channel, address=point.address, point=point)
    with translation.override(person.language), transaction.atomic():
        number = group.policy.emergency_number if group else "112"
        say(known, idle.welcome(person.first_name, number), language=person.language, answers=event.id)


def attach_room(kind: str, event: Heard) -> None:
    """A coordinator types the code of a room in it: from now on the group hears its alerts there."""
    to = Speaker(channel=kind, address=event.room)
    try:
        with translation.override(settings.LANGUAGE_CODE):
            room = finish_room(kind, event.text, event.room)
    except DomainError as refusal:
        say(to, Reply(str(refusal)), language=settings.LANGUAGE_CODE, answers=event.id)
        return
    organisation = room.group.organisation
    with translation.override(organisation.language):
        reply = idle.room_welcome(room.group.name, room.group.policy.emergency_number)
        say(to, reply, language=organisation.language, answers=event.id)
