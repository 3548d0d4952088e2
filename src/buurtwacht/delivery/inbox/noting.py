# SPDX-License-Identifier: EUPL-1.2
"""What the notebook of the channels learns from what comes in."""

import structlog

from buurtwacht.channels.inbound import Heard, Notice
from buurtwacht.channels.notebook import notebook

log = structlog.get_logger()


def remember(kind: str, event: Heard) -> None:
    """Somebody spoke to us, under one name or two. In a room that counts for nobody."""
    if event.act == "said" and not event.room:
        notebook().note_heard(kind, [name for name in (event.sender, event.other_sender) if name], event.at)


def take_note(kind: str, event: Notice) -> None:
    """The provider says something by itself."""
    if event.silent:
        notebook().note_silent(kind, event.silent)
    if event.trouble:
        trouble = event.trouble
        log.warning("channel.trouble", channel=kind, code=trouble.code, about=trouble.about, is_over=trouble.is_over)
        notebook().note_trouble(kind, trouble)
