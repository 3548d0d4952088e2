# SPDX-License-Identifier: EUPL-1.2
"""Mail that no human wrote: absence notices, lists, calendars, our own letters. It is never answered (RFC 3834)."""

import re
from email.message import EmailMessage
from email.utils import parseaddr

from django.conf import settings

from buurtwacht.channels.email.identifiers import is_ours

from .opening import BROKEN, as_sent, header, parts_of

PRECEDENCES = ("bulk", "auto_reply", "auto-reply", "list", "junk")
MARKS = (
    "X-Autoreply",
    "X-Auto-Reply",
    "X-Autorespond",
    "X-Autoresponder",
    "X-Mail-Autoreply",
    "X-Auto-Response-Suppress",  # Exchange, of mail by programs; mail that people write does not have it
    "X-FC-MachineGenerated",
    "List-Id",
    "List-Unsubscribe",
    "Feedback-ID",
)
MACHINES = re.compile(r"(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+._-].*)?@", re.IGNORECASE)
ABSENT = re.compile(
    r"(automatisch antwoord|automatische? beantwoording|afwezigheidsbericht|automatic reply|auto(matic)?[- ]?response|"
    r"out of office|réponse automatique|absence du bureau|automatische antwort|abwesenheitsnotiz) ?:",
    re.IGNORECASE,
)
LONGEST_SENDER = 1_000
CALENDAR = "text/calendar"


def is_automatic(mail: EmailMessage, return_path: str | None) -> bool:
    """Did a program write this? `return_path` is the sender of the envelope, None where that is not known."""
    return any(
        (
            return_path in ("", "<>"),
            _word(mail, "Auto-Submitted") not in ("", "no"),
            _word(mail, "Precedence") in PRECEDENCES,
            any(name in mail for name in MARKS),
            _is_from_a_machine(mail),
            bool(ABSENT.match(header(mail, "Subject"))),
            mail.get_content_type() == "multipart/report",
            any(part.get_content_type() == CALENDAR for part in parts_of(mail)),
        )
    )


def _word(mail: EmailMessage, name: str) -> str:
    """The value without its parameters: "auto-replied; owner=…" is "auto-replied"."""
    return header(mail, name).partition(";")[0].strip().lower()


def _is_from_a_machine(mail: EmailMessage) -> bool:
    """A mail server, somebody who reads no answers, or we ourselves."""
    sender = sender_of(mail)
    own = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower()
    return sender == own or bool(MACHINES.match(sender)) or is_ours(header(mail, "Message-ID"))


def sender_of(mail: EmailMessage) -> str:
    """Whom it claims to be from; empty when that cannot be read."""
    found = next(iter(as_sent(mail, "From")), "")
    try:
        return parseaddr(found[:LONGEST_SENDER])[1].strip().lower()
    except BROKEN:
        return ""
