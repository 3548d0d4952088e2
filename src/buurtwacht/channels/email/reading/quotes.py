# SPDX-License-Identifier: EUPL-1.2
"""Telling somebody's own words from what they answer, in Dutch, French, German and English.

Better a signature too many than a warning too few: a cut is only made where mail programs leave a mark, and what
follows "Met vriendelijke groet" goes only when it is a name and a number. Every step is linear in the text.
"""

import re
from functools import cache

from django.conf import settings
from mailparser_reply.parser import EmailMessage as LibraryMessage

from .signatures import unsigned

LANGUAGES = ["nl", "fr", "de", "en"]
LONGEST_TEXT = 60_000
LONGEST_ATTRIBUTION = 300  # characters: a longer line is what somebody wrote
MOST_LINES_OF_ATTRIBUTION = 3

# The first words of "On Sunday … wrote:", and of the heading that Outlook puts above a letter.
OPENING = re.compile(r"[>*\s]{0,9}(op|on|le|am|den|van|from|de|von|objet|betreff|onderwerp|subject)\b", re.IGNORECASE)
WROTE = re.compile(
    r"(\bschreef\b[^\n]{0,200}|\bgeschreven|\ba écrit|\bschrieb\b[^\n]{0,200}|\bgeschrieben|\bwrote)\s?:\s*$",
    re.IGNORECASE,
)
FORWARDED = re.compile(
    r"[>\s]{0,9}[-_]{5,}[ ]?(oorspronkelijk bericht|doorgestuurd bericht|original message|forwarded message|"
    r"message d['’]origine|message original|message transféré|ursprüngliche nachricht|weitergeleitete nachricht)"
    r"[ ]?[-_]*\s*$|"
    r"(begin doorgestuurd bericht|begin forwarded message|début du message (transféré|réexpédié)|"
    r"anfang der weitergeleiteten nachricht)\s?:\s*$",
    re.IGNORECASE,
)
TIME = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
RULE = re.compile(r"_{20,}\s*$")  # what Outlook draws above the heading
HEADING = re.compile(
    r"[>*\s]{0,9}(van|from|de|von|verzonden|sent|envoyé|gesendet|datum|date|aan|to|à|an)\s?:[*\s]", re.IGNORECASE
)

SENT = re.compile(r"[>*\s]{0,9}(verzonden|sent|envoyé|gesendet|datum|date)\s?:", re.IGNORECASE)


def own_words(text: str) -> str:
    """What the writer added. `text` has one kind of line end."""
    lines = [line.rstrip() for line in text[:LONGEST_TEXT].split("\n")]
    kept: list[str] = []
    at = 0
    while at < len(lines):
        length = _attribution(lines, at)
        if length and not _is_marked(lines, at + length):
            break  # what follows bears no marks, so that nothing tells it from own words: all of it is theirs
        if length:
            at += length
            continue
        if not lines[at].lstrip().startswith(">"):
            kept.append(lines[at])
        at += 1
    return unsigned(_without_library_headers(kept))


def _attribution(lines: list[str], at: int) -> int:
    """How many lines from here introduce a letter of somebody else; 0 for none."""
    line = lines[at]
    if FORWARDED.match(line) or (RULE.match(line) and _heads(lines, at + 1)):
        return 1
    if _heads(lines, at):
        return 1
    if not OPENING.match(line) or len(line) > LONGEST_ATTRIBUTION:
        return 0
    for count in range(1, MOST_LINES_OF_ATTRIBUTION + 1):
        joined = " ".join(part.lstrip("> ").strip() for part in lines[at : at + count])
        if len(joined) > LONGEST_ATTRIBUTION or not joined.strip():
            return 0
        if WROTE.search(joined) and ("@" in joined or (TIME.search(joined) and _is_marked(lines, at + count))):
            return count
    return 0


def _heads(lines: list[str], at: int) -> bool:
    """Is this "From:", with "Sent:" or "To:" below it, and a date or an address? Empty lines may stand between."""
    near = [line for line in lines[at : at + 5] if line.strip()][:3]
    if len(near) < 2 or not HEADING.match(near[0]) or not any(HEADING.match(line) for line in near[1:]):
        return False
    return any(SENT.match(line) or "@" in line for line in near)


def _is_marked(lines: list[str], at: int) -> bool:
    """Does every line of what is answered begin with a mark? Then there may be own words between and below."""
    following = next((line for line in lines[at:] if line.strip()), "")
    return following.lstrip().startswith(">")


@cache
def _library() -> re.Pattern[str]:
    known: re.Pattern[str] = LibraryMessage(text="", languages=list(LANGUAGES)).HEADER_REGEX
    return known


def _without_library_headers(lines: list[str]) -> str:
    """The same with the marks that mail-parser-reply knows. It is slow on long lines, so these are left out."""
    text = "\n".join("" if len(line) > LONGEST_ATTRIBUTION else line for line in lines)
    ours = settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].strip("> ")
    found = next((one for one in _library().finditer(text) if "@" in one[0] or ours in one[0]), None)
    kept = lines if found is None else lines[: text.count("\n", 0, found.start()) + found[0].startswith("\n")]
    return "\n".join(kept).strip()
