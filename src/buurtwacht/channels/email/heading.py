# SPDX-License-Identifier: EUPL-1.2
"""What stands above a letter, for programs: who it is from, what it belongs to, and how to end it."""

from email.utils import formataddr, parseaddr
from typing import Any

from django.conf import settings

from buurtwacht.channels.base import Message

from .addresses import reply_address
from .identifiers import domain, message_id, thread_id


def sender(mail: dict[str, Any]) -> str:
    """From "Buurtwacht Vogelbuurt", at the address of the installation."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    group = " ".join(str(mail.get("group_name", "")).split())
    return formataddr((f"{name or 'Buurtwacht'} {group}".strip(), address))


def headers(message: Message, address: str, mail: dict[str, Any], less_mail: str) -> dict[str, str]:
    """What mail programs and servers read. `less_mail` is where one click ends letters to this reader, if anywhere."""
    group = str(message.extra.get("group", "buurtwacht"))
    found = {
        "From": sender(mail),
        "Message-ID": message_id(message, address),
        "List-Id": f"<{group}.{domain()}>",
        "Auto-Submitted": "auto-generated",  # RFC 3834: no out-of-office answers, please
        "X-Auto-Response-Suppress": "OOF, AutoReply",
        "Content-Language": message.language,
    }
    if reply_to := reply_address(message.reference):
        found["Reply-To"] = reply_to
    if message.urgency == "alarm":
        found["Importance"] = "high"
    return found | _thread(message, address) | _end(less_mail)


def _thread(message: Message, address: str) -> dict[str, str]:
    """What the letter follows (RFC 5322, section 3.6.4): the first of its topic, and what it answers."""
    first = thread_id(message, address) if message.topic else ""
    answered = message.answers if message.answers.startswith("<") else ""
    names = [name for name in (first, answered) if name]
    return {"References": " ".join(names), "In-Reply-To": names[-1]} if names else {}


def _end(less_mail: str) -> dict[str, str]:
    if not less_mail:
        return {"List-Unsubscribe": f"<{settings.SITE_URL}/mijn/telefoon/>"}
    return {"List-Unsubscribe": f"<{less_mail}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}  # RFC 8058
