# SPDX-License-Identifier: EUPL-1.2
"""What people say on channels comes in here."""

from buurtwacht.channels.inbound import Heard, Moved
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.inbox.hearing import hears
from buurtwacht.groups.room_words import room_code_in
from buurtwacht.groups.services import move_room
from buurtwacht.people import codes
from buurtwacht.people.services import move_address, stop_channel

from .connecting import attach_room, connect
from .conversing import converse
from .reacting import note_reaction
from .speaking import Speaker, speaker_of
from .strangers import hint
from .taken_back import answer_taken_back


@hears
def take(kind: str, event: Heard | Moved) -> None:
    """Understand it, and answer."""
    if isinstance(event, Moved):
        _move(kind, event)
        return
    if not event.sender and not event.token:
        return
    speaker = speaker_of(kind, event)
    if event.room and event.act == "said" and room_code_in(event.text):
        attach_room(kind, event)
    elif event.act == "left":
        _leave(speaker, event)
    elif event.act == "reacted":
        note_reaction(event, speaker)
    elif not event.room and _code_in(event):
        connect(kind, event, speaker)
    elif speaker.point is None:
        hint(kind, event, speaker)
    elif event.act == "said":
        converse(event, speaker)
    else:
        answer_taken_back(event, speaker)


def _code_in(event: Heard) -> str:
    return codes.code_in(f"{event.text} {event.token}")


def _move(kind: str, event: Moved) -> None:
    channel = channels().get(kind)
    if channel and channel.reaches == "room":
        move_room(kind, event.old, event.new)
    else:
        move_address(kind, event.old, event.new, event.other)


def _leave(speaker: Speaker, event: Heard) -> None:
    """They blocked us, or ended it at the provider: there is nobody left to confirm it to."""
    if speaker.point and speaker.point.is_on and not event.room:
        stop_channel(speaker.point)
