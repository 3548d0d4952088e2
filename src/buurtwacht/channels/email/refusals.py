# SPDX-License-Identifier: EUPL-1.2
"""What a mail server's no means (RFC 5321, section 4.2; enhanced codes of RFC 3463)."""

import re
import smtplib

from buurtwacht.channels.base import DeliveryFailed

ENHANCED = re.compile(rb"\b5\.(\d{1,3})\.(\d{1,3})\b")
CODE = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
NO_SUCH_MAILBOX = {(1, 1), (1, 6), (1, 10)}
BAD_ADDRESS = {(1, 2), (1, 3), (2, 1)}


class Unheard(OSError):
    """The letter was on its way when the line went quiet: they may have it."""


def failure_in(error: Exception) -> DeliveryFailed:
    """Only a refusal of this reader or this letter is permanent; a refusal of us is tried again."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
        return _reader_refused(code, text)
    if isinstance(error, smtplib.SMTPDataError):
        return DeliveryFailed(f"letter refused: {error.smtp_code}", permanent=error.smtp_code >= 500)
    if isinstance(error, smtplib.SMTPResponseException):
        return DeliveryFailed(f"we are refused: {error.smtp_code}", permanent=False)
    unknown = isinstance(error, Unheard)
    return DeliveryFailed(f"no mail server: {type(error).__name__}", permanent=False, unknown=unknown)


def bounced(status: str) -> DeliveryFailed:
    """What a letter that came back says, by its enhanced code: "5.1.1"; without one nothing is proven.

    A refusal of the reader's address ends it there. Of what is wrong with us or full with them only the letter is lost.
    """
    failure = _reader_refused(550, status.encode())
    code = status if CODE.fullmatch(status) else "without a code"
    return DeliveryFailed(f"came back: {code}", permanent=not status.startswith("4."), gone=failure.gone)


def _reader_refused(code: int, text: bytes) -> DeliveryFailed:
    """A reader's address: without an enhanced code a bare 550 may mean anything, so the address is not given up."""
    found = ENHANCED.search(text)
    detail = (int(found[1]), int(found[2])) if found else None
    gone = code >= 500 and detail in NO_SUCH_MAILBOX
    bad = code in (550, 551, 553) and detail is None
    permanent = gone or (code >= 500 and (bad or detail in BAD_ADDRESS))
    return DeliveryFailed(f"reader refused: {code}", permanent=permanent, gone=gone)
