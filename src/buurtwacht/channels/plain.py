# SPDX-License-Identifier: EUPL-1.2
"""A message in plain words, for channels that carry a text of any length: what it says, paragraph by paragraph."""

from django.utils import translation
from django.utils.translation import gettext as _

from .base import Message

EMERGENCY_NUMBER = "112"  # reaches every emergency service in the whole European Union


def paragraphs_of(message: Message) -> list[str]:
    """The emergency line, the title and the story, without the link. Our turn in a conversation goes as it stands."""
    if message.said:
        return [message.body]
    title = " ".join(message.title.split())
    return [line for line in (emergency_line(message), title, message.body.strip()) if line]


def text_of(message: Message) -> str:
    """All of it, with the link at the end."""
    return "\n\n".join([*paragraphs_of(message), *([] if message.said or not message.url else [message.url])])


def emergency_line(message: Message) -> str:
    """For an alarm whose title does not say itself that somebody called; else ""."""
    number = str(message.extra.get("emergency_number", EMERGENCY_NUMBER))
    if message.urgency != "alarm" or message.title.startswith(number):
        return ""
    with translation.override(message.language):
        danger = _("In immediate danger? Call %(number)s.") % {"number": number}
    return str(message.extra.get("mail", {}).get("emergency_line") or danger)
