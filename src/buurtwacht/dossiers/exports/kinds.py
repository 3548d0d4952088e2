# SPDX-License-Identifier: EUPL-1.2
"""What kind of line it is: said by somebody, a picture or file, taken back, or about the group itself."""

import unicodedata
from collections.abc import Iterable

from . import phrases
from .marks import LEFT_TO_RIGHT, MARKS, without_marks

Row = tuple[str | None, str | None, str, str, str | None]  # at, author, kind, text, attachment

TEXT, MEDIA, SYSTEM, DELETED = "text", "media", "system", "deleted"
LONGEST_NAME = 120
MOST_NAMES = 50_000


def _forms(found: Iterable[str], kind: str) -> dict[str, str]:
    """As they may be written: with a capital, with the noun in capitals in German, with a full stop."""
    lines = {form for phrase in found for form in (phrase, phrase.replace("gif ", "GIF "))}
    words = lines | {line[0].upper() + line[1:].replace(" nachricht", " Nachricht") for line in lines}
    return {form: kind for word in words for form in (word, f"{word}.")}


# A line without marks that ends in none of these, and is no phrase of WhatsApp as a whole, was said by somebody.
CLOSER_LOOK = frozenset({"", ">", ")"})
WHOLE_PHRASES = _forms(phrases.DELETED, DELETED) | _forms(phrases.OMITTED, MEDIA)


class Names(dict[str | None, str | None]):
    """Names as they stand in the file, and as people write them; None for what is no name but a line of WhatsApp."""

    def __missing__(self, raw: str | None) -> str | None:
        if len(self) > MOST_NAMES:
            self.clear()
        self[raw] = _name(raw)
        return self[raw]


def _name(raw: str | None) -> str | None:
    if raw is None or len(raw) > LONGEST_NAME:
        return None
    name = unicodedata.normalize("NFC", without_marks(raw)).strip()
    return None if phrases.ABOUT_THE_GROUP.search(name) or phrases.UNCLOSED.search(name) else name or None


def row_of(at: str | None, raw: str | None, name: str | None, body: str) -> Row:
    """One message, by its first line and what is under it."""
    if name is None:
        words = body if raw is None else f"{raw}: {body}"
        return at, None, SYSTEM, without_marks(words).strip(), None
    if kind := WHOLE_PHRASES.get(body):
        return at, name, kind, "", None
    first, _newline, under = body.partition("\n")
    if first[-1:] not in CLOSER_LOOK and first.isprintable() and first not in WHOLE_PHRASES:
        return at, name, TEXT, _unedited(body), None
    line = without_marks(first).strip()
    if _is_deleted(line) and not under:
        return at, name, DELETED, "", None
    found = _media(line, first)
    if found is not None:
        caption, attachment = found
        text = f"{caption}\n{under}" if caption and under else caption or under
        return at, name, MEDIA, text, attachment
    said = body.lstrip(MARKS)
    if body.startswith(LEFT_TO_RIGHT) and not phrases.BY_A_MEMBER.match(line) and "https://" not in line:
        return at, None, SYSTEM, without_marks(body).strip(), None
    return at, name, TEXT, _unedited(said), None


def _unedited(text: str) -> str:
    return phrases.EDITED.sub("", text) if text.endswith(">") else text


def _is_deleted(line: str) -> bool:
    words = line.lower().rstrip(".")
    return words in phrases.DELETED or phrases.DELETED_BY_ADMIN.fullmatch(words) is not None


def _media(line: str, first: str) -> tuple[str, str | None] | None:
    """The words beside a picture or file, and its name where the file says it."""
    for pattern in (phrases.ATTACHED, phrases.FILE_ATTACHED, phrases.MADE_UP_NAME):
        if attached := pattern.fullmatch(line):
            return attached.groupdict().get("caption", "").strip(), attached["name"].strip()
    if line.lower() in phrases.OMITTED or phrases.OMITTED_SO.fullmatch(line):
        return "", None
    before, mark, phrase = first.rpartition(LEFT_TO_RIGHT)
    if mark and before and without_marks(phrase).strip().lower() in phrases.OMITTED:
        words = without_marks(before).strip()
        title = phrases.PAGES.sub("", words)
        return ("", title) if title != words else (words, None)
    return None
