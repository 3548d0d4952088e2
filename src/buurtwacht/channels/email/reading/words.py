# SPDX-License-Identifier: EUPL-1.2
"""What somebody wrote in a mail, as plain text without what they answered and without their signature."""

import unicodedata
from email.message import EmailMessage

from .flowing import unflowed
from .opening import content_of, header, parts_of
from .pages import plain
from .quotes import own_words

MOST_BYTES = 500_000  # of one part that are read
MOST_CHARACTERS = 10_000  # of somebody's own words
UNSEEN = dict.fromkeys(map(ord, "\0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
TEXT, PAGE = "text/plain", "text/html"


def words_of(mail: EmailMessage) -> str:
    """Their own words; empty when there are none that we can read."""
    texts = [_text(part) for part in _bodies(mail, TEXT)]
    text = "\n\n".join(text.strip("\n") for text in texts if text.strip())
    if not text:
        text = "\n\n".join(plain(_decoded(part)) for part in _bodies(mail, PAGE))
    return own_words(_clean(text))[:MOST_CHARACTERS]


def _bodies(mail: EmailMessage, kind: str) -> list[EmailMessage]:
    """Apple Mail cuts a text in pieces around the photos, so there can be several."""
    return [part for part in parts_of(mail) if part.get_content_type() == kind and not _is_file(part)]


def _is_file(part: EmailMessage) -> bool:
    return header(part, "Content-Disposition").lower().startswith("attachment")


def _text(part: EmailMessage) -> str:
    text = _decoded(part)
    kind = header(part, "Content-Type").lower()
    if "format=flowed" in kind.replace('"', "").replace(" ", ""):
        return unflowed(text, delete_space="delsp=yes" in kind.replace('"', "").replace(" ", ""))
    return text


def _decoded(part: EmailMessage) -> str:
    """In the character set that it says; where that is a lie, in the two that are left."""
    content = content_of(part)[:MOST_BYTES]
    for charset in (str(part.get_content_charset("utf-8")), "utf-8", "cp1252"):
        try:
            return content.decode(charset)
        except (LookupError, ValueError):
            continue
    return content.decode("utf-8", "replace")


def _clean(text: str) -> str:
    lines = text.translate(UNSEEN).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").replace("\u202f", " ")
    return unicodedata.normalize("NFC", lines)
