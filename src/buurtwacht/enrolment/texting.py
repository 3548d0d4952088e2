# SPDX-License-Identifier: EUPL-1.2
"""Text messages with a code, to a phone that has yet to be proven. Sent from handlers of the journal."""

import structlog
from asgiref.sync import async_to_sync

from buurtwacht.channels.base import DeliveryFailed, Message
from buurtwacht.channels.registry import channels
from buurtwacht.lib.phones import takes_texts

SMS = "sms"
log = structlog.get_logger(__name__)


def can_text(number: str) -> bool:
    """Does this installation send text messages, and can this number (E.164) get them?"""
    return SMS in channels() and takes_texts(number)


def send_text(number: str, body: str, language: str) -> None:
    """Send it now. A number that takes no messages is not tried again: its owner sees another way on the page.

    Raises `DeliveryFailed` for a failure that may pass.
    """
    message = Message(title="Buurtwacht", body=body, url="", language=language, urgency="notice")
    try:
        async_to_sync(_text)(message, number)
    except DeliveryFailed as failure:
        if not failure.permanent:
            raise
        log.warning("texting.failed", reason=failure.reason)


async def _text(message: Message, number: str) -> None:
    """By a channel of its own, since that of the dispatcher belongs to another event loop."""
    channel = type(channels()[SMS])()
    try:
        await channel.send(message, number)
    finally:
        await channel.close()
