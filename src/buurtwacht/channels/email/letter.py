# SPDX-License-Identifier: EUPL-1.2
"""A message as a letter: plain text and HTML that say the same, the emergency line first, and nothing that tracks."""

from email.utils import formataddr, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Message

from .identifiers import domain, message_id, thread_id

EMERGENCY_NUMBER = "112"  # reaches every emergency service in the whole European Union
IN_A_REPORT = ("alarm", "update")


def letter(message: Message, address: str) -> EmailMultiAlternatives:
    """The letter to one reader, in the reader's language."""
    mail = message.extra.get("mail", {})
    with translation.override(message.language):
        words = _words(message, mail)
        made = EmailMultiAlternatives(
            subject=" ".join(str(mail.get("subject") or message.title).split()),
            body=render_to_string("channels/email/letter.txt", words),
            from_email=_sender(mail),
            to=[address],
            headers=_headers(message, address, mail),
        )
        made.attach_alternative(render_to_string("channels/email/letter.html", words), "text/html")
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
        "group_name": mail.get("group_name", ""),
        "less_mail_url": mail.get("unsubscribe_url") or f"{settings.SITE_URL}/mijn/telefoon/",
    }


def _sender(mail: dict[str, Any]) -> str:
    """From "Buurtwacht Vogelbuurt", at the address of the installation."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    group = " ".join(str(mail.get("group_name", "")).split())
    return formataddr((f"{name or 'Buurtwacht'} {group}".strip(), address))


def _headers(message: Message, address: str, mail: dict[str, Any]) -> dict[str, str]:
    group = str(message.extra.get("group", "buurtwacht"))
    headers = {
        "Message-ID": message_id(message, address),
        "List-Id": f"<{group}.{domain()}>",
        "Auto-Submitted": "auto-generated",  # RFC 3834: no out-of-office answers, please
        "X-Auto-Response-Suppress": "OOF, AutoReply",
        "Content-Language": message.language,
    }
    if message.topic:
        headers["References"] = headers["In-Reply-To"] = thread_id(message, address)
    if message.urgency == "alarm":
        headers["Importance"] = "high"
    if url := mail.get("unsubscribe_url"):
        headers["List-Unsubscribe"] = f"<{url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    else:
        headers["List-Unsubscribe"] = f"<{settings.SITE_URL}/mijn/telefoon/>"
    return headers
