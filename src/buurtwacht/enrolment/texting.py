# SPDX-License-Identifier: EUPL-1.2
"""Text messages with a code, to a phone that has yet to be proven. Sent from handlers of the journal."""

import structlog
from asgiref.sync import async_to_sync
from django.conf import settings
from django.utils.translation import gettext as _

from buurtwacht.channels.base import DeliveryFailed, Message
from buurtwacht.channels.registry import channels
from buurtwacht.lib.phones import country_of_phone, takes_texts

SMS = "sms"
log = structlog.get_logger(__name__)


def can_text(number: str) -> bool:
    """Does this installation send text messages, also to this country, and can this number (E.164) get them?"""
    return SMS in channels() and takes_texts(number) and _is_near(number)


def note_about(number: str) -> str:
    """What somebody has to know whose mobile is from a country to which no codes are sent; empty for any other."""
    if SMS not in channels() or not takes_texts(number) or _is_near(number):
        return ""
    return _("To numbers from this country we send no text messages. Your number is kept, and you hear by mail.")


def _is_near(number: str) -> bool:
    """A text message to a far country is dear, and somebody may earn by it."""
    return "*" in settings.SMS_COUNTRIES or country_of_phone(number) in settings.SMS_COUNTRIES


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
