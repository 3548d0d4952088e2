# SPDX-License-Identifier: EUPL-1.2
"""How something is said: in capitals, with pictures, or only to say thanks."""

import re
from collections.abc import Iterator

from buurtwacht.wording.advice import Advice, remark
from buurtwacht.wording.message import WrittenText
from buurtwacht.wording.reasons import Reason
from buurtwacht.wording.tokens import Token

EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u203c\u2049\ufe0f\U000e0020-\U000e007f]+")
_MANY_MARKS = re.compile(r"[!?]*![!?]*!")
_TEXT_FACES = re.compile(r"(?<!\S)[:;]-?[)(DPp](?!\S)")
_MOST_WORDS_OF_THANKS = 10
_LONG = 4  # letters of a word that is hardly an abbreviation
_TOLD, _HEADING = 4, 2  # words in small letters at least; long ones in capitals in front of them at most


def reaction(message: WrittenText) -> Iterator[Advice]:
    """Thumbs and thanks: nothing new (R117, R143)."""
    words = [token for token in message.tokens if not token.is_mark]
    if _is_only_thanks(message, words) or (not words and _has_picture(message.text)):
        yield from pictures(message)
        yield remark(Reason.CHIT_CHAT, message.text, 0, len(message.text))


def pictures(message: WrittenText) -> Iterator[Advice]:
    match = EMOJI.search(message.text) or _TEXT_FACES.search(message.text)
    if match:
        yield remark(Reason.EMOJI, message.text, match.start(), match.end())


def _is_only_thanks(message: WrittenText, words: list[Token]) -> bool:
    if message.text.strip() == "+1":
        return True
    if not 0 < len(words) <= _MOST_WORDS_OF_THANKS:
        return False
    polite = ("reaction", "reaction_core")
    if not all(any(message.has(section, word) for section in polite) for word in words):
        return False
    return any(message.has("reaction_core", word) for word in words)


def _has_picture(text: str) -> bool:
    return bool(EMOJI.search(text) or _TEXT_FACES.search(text))


def shouting(message: WrittenText) -> Iterator[Advice]:
    """Capitals, several exclamation marks (R128)."""
    match = _MANY_MARKS.search(message.text)
    if match:
        yield remark(Reason.SHOUTING, message.text, match.start(), match.end())
        return
    if message.text.count("!") > 1:
        first = message.text.index("!")
        yield remark(Reason.SHOUTING, message.text, first, first + 1)
        return
    yield from _capitals(message)


def _capitals(message: WrittenText) -> Iterator[Advice]:
    """Two words of four letters beside each other, or one that is known not to be an abbreviation."""
    run: list[Token] = []
    for token in message.tokens:
        if token.text.isupper() and len(token.text) > 1 and token.text.isalpha():
            run.append(token)
            continue
        if _shouts(run) and not _is_heading(message, run):
            break
        run = []
    if _shouts(run) and not _is_heading(message, run):
        start, end = run[0].start, run[-1].end
        yield remark(Reason.SHOUTING, message.text, start, end, better=message.text[start:end].capitalize())


def _is_heading(message: WrittenText, run: list[Token]) -> bool:
    """What newspapers print in capitals: the place in front, the first words, an abbreviation within small letters."""
    rest = [token for token in message.tokens if not (token.is_mark or token.text.isupper())]
    first = run[0] is message.tokens[0]
    told = len(rest) >= _TOLD and "!" not in message.text
    return told and len([token for token in run if len(token.text) >= _LONG]) <= (_HEADING if first else 1)


def _shouts(run: list[Token]) -> bool:
    long = [token for token in run if len(token.text) >= _LONG]
    return len(long) > 1 or (len(run) > 2 and bool(long)) or any(len(token.text) > 6 for token in run)
