# SPDX-License-Identifier: EUPL-1.2
"""From bytes to a mail, without being led astray: bombs are left alone, and a broken header is read as plain text."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Any

MOST_DELIMITERS = 3_000  # lines that may begin a part; a mail with fifty photos has two hundred
MOST_LAYERS = 50  # parts within parts: each makes reading slower for all that follows
MOST_HEADERS = 500
LONGEST_HEADING = 100_000  # bytes above the first empty line
LONGEST_HEADER = 4_000  # characters of one header that are understood
MOST_PARTS = 200

LAYER = re.compile(rb"boundary[*0-9]{0,9}\s{0,9}=|message/", re.IGNORECASE)
END_OF_HEADING = re.compile(rb"\r?\n\r?\n")
BROKEN = (MessageError, ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError)


class Careful(EmailPolicy):
    """The standard library's way to read headers, but for those on which it stumbles: they stay plain text."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        text = str(value)[:LONGEST_HEADER]
        try:
            return super().header_fetch_parse(name, text)
        except BROKEN:
            return " ".join(text.encode("ascii", "replace").decode().split())


POLICY = Careful()


class Unopened(Exception):
    """This is made to harm, or no mail."""


def opened(raw: bytes) -> EmailMessage:
    """The mail. Raises `Unopened` for what would cost too much to take apart."""
    end = END_OF_HEADING.search(raw, 0, LONGEST_HEADING)
    if end is None:
        raise Unopened("no end to the headers")
    if raw.count(b"\n", 0, end.start()) > MOST_HEADERS:
        raise Unopened("too many headers")
    if raw.count(b"\n--") > MOST_DELIMITERS or sum(1 for _ in LAYER.finditer(raw)) > MOST_LAYERS:
        raise Unopened("too many parts")
    try:
        found = message_from_bytes(raw, EmailMessage, policy=POLICY)
    except BROKEN as error:
        raise Unopened(type(error).__name__) from error
    if not isinstance(found, EmailMessage) or not found.keys():
        raise Unopened("no headers")
    return found


def parts_of(mail: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something, in their order, but not those of a mail that came along."""
    waiting = [mail]
    seen = 0
    while waiting and seen < MOST_PARTS:
        part = waiting.pop(0)
        seen += 1
        if part.get_content_maintype() == "multipart":
            waiting[:0] = _children(part)
        elif part.get_content_maintype() != "message":
            yield part


def _children(part: EmailMessage) -> list[EmailMessage]:
    payload = part.get_payload() if part.is_multipart() else []
    return [child for child in payload if isinstance(child, EmailMessage)][:MOST_PARTS]


def header(mail: EmailMessage, name: str) -> str:
    """A header as one line; empty when it is absent."""
    return " ".join(str(mail.get(name, "")).split())


def as_sent(mail: EmailMessage, name: str) -> list[str]:
    """Every header of this name as it stands in the mail, without taking it apart, which can be slow."""
    return [str(value) for found, value in mail.raw_items() if found.lower() == name.lower()]


def content_of(part: EmailMessage) -> bytes:
    """The bytes of a part, however it was packed."""
    try:
        found = part.get_payload(decode=True)
    except BROKEN:
        return b""
    return found if isinstance(found, bytes) else b""
