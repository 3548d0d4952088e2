# SPDX-License-Identifier: EUPL-1.2
"""A message as a letter: plain text and HTML that say the same, the emergency line first, and nothing that tracks."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Message

from .addresses import bounce_address, reply_address, unsubscribe_url
from .heading import headers, sender

EMERGENCY_NUMBER = "112"  # reaches every emergency service in the whole European Union
IN_A_REPORT = ("alarm", "update")


def letter(message: Message, address: str) -> EmailMultiAlternatives:
    """The letter to one reader, in the reader's language. `from_email` is where it comes back when it is refused."""
    mail = message.extra.get("mail", {})
    form = "said" if message.said else "letter"
    less_mail = str(mail.get("unsubscribe_url") or unsubscribe_url(message.reference))
    with translation.override(message.language):
        words = (_turn(message) if message.said else _words(message, mail)) | _foot(message, mail, less_mail)
        made = EmailMultiAlternatives(
            subject=" ".join(str(mail.get("subject") or message.title).split()),
            body=render_to_string(f"channels/email/{form}.txt", words),
            from_email=bounce_address(message.reference) or sender(mail),
            to=[address],
            headers=headers(message, address, mail, less_mail),
        )
        made.attach_alternative(render_to_string(f"channels/email/{form}.html", words), "text/html")
    return made


def _words(message: Message, mail: dict[str, Any]) -> dict[str, Any]:
    number = message.extra.get("emergency_number", EMERGENCY_NUMBER)
    danger = _("In immediate danger? Call %(number)s.") % {"number": number}
    body = str(mail.get("body") or message.body)
    return {
        "message": message,
        "subject": mail.get("subject") or message.title,
        "emergency_line": mail.get("emergency_line") or danger,
        "danger": danger if mail.get("emergency_line") else "",
        "name": mail.get("name", ""),
        "paragraphs": [" ".join(paragraph.split()) for paragraph in body.split("\n\n") if paragraph.strip()],
        "link_text": _("View the report") if message.urgency in IN_A_REPORT else _("Open Buurtwacht"),
    }


def _turn(message: Message) -> dict[str, Any]:
    """Our turn in a conversation: the words as they stand. Answers to choose from that are not among them follow."""
    told = all(action.title in message.body for action in message.actions)
    return {
        "message": message,
        "subject": message.title,
        "body": message.body.strip("\n"),
        "choices": [] if told else [action.title for action in message.actions],
    }


def _foot(message: Message, mail: dict[str, Any], less_mail: str) -> dict[str, Any]:
    return {
        "group_name": mail.get("group_name", ""),
        "less_mail_url": less_mail or f"{settings.SITE_URL}/mijn/telefoon/",
        "can_answer": bool(reply_address(message.reference)),
    }
