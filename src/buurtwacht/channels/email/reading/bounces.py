# SPDX-License-Identifier: EUPL-1.2
"""Letters that came back (RFC 3464), and what their code says about the address."""

import re
from datetime import datetime
from email.message import EmailMessage, Message

from buurtwacht.channels.email.refusals import bounced
from buurtwacht.channels.inbound import Progress

from .opening import content_of, header, parts_of

CODE = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
FAILED = re.compile(r"(?im)^action:\s*failed\b")
STATUS = re.compile(r"(?im)^status:\s*([245]\.\d{1,3}\.\d{1,3})")
LONGEST_REPORT = 20_000


def came_back(mail: EmailMessage, reference: str, return_path: str | None, at: datetime) -> list[Progress]:
    """What became of that delivery; nothing for a delay, or for an absence notice that went astray."""
    report = _report(mail)
    if report:
        if not FAILED.search(report):
            return []
        found = STATUS.search(report)
        return [_progress(found[1] if found else "", reference, at)]
    if return_path in ("", "<>") and header(mail, "Auto-Submitted").lower() in ("", "auto-generated"):
        return _in_words(mail, reference, at)
    return []


def _report(mail: EmailMessage) -> str:
    """What stands in the machine-readable part."""
    if mail.get_content_type() != "multipart/report":
        return ""
    for part in mail.iter_parts():
        if isinstance(part, EmailMessage) and part.get_content_type() == "message/delivery-status":
            return _blocks(part)[:LONGEST_REPORT]
    return ""


def _blocks(part: EmailMessage) -> str:
    """The fields for the letter and for each reader; the parser makes a small message of each block."""
    if not part.is_multipart():
        return content_of(part).decode("utf-8", "replace")
    payload = part.get_payload()
    blocks = [block for block in payload if isinstance(block, Message)]
    return "\n".join(f"{name}: {value}" for block in blocks for name, value in block.items())


def _in_words(mail: EmailMessage, reference: str, at: datetime) -> list[Progress]:
    """An old mail server that tells it in words: believed only with a code that means no."""
    for part in parts_of(mail):
        words = content_of(part)[:LONGEST_REPORT].decode("utf-8", "replace")
        for code in CODE.findall(words):
            if code.startswith("5."):
                return [_progress(code, reference, at)]
    return []


def _progress(status: str, reference: str, at: datetime) -> Progress:
    failure = bounced(status)
    return Progress(
        state="gone" if failure.gone else "failed",
        at=at,
        reference=reference,
        reason=failure.reason,
        retry=not failure.permanent,
    )
