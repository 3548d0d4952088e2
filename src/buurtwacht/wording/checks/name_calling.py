# SPDX-License-Identifier: EUPL-1.2
"""Ordinary words that hurt when somebody is called so: "vuile rat", "eikel", "achterbakse slang die je bent"."""

from collections.abc import Iterator

from buurtwacht.wording.advice import Advice, remark
from buurtwacht.wording.message import WrittenText
from buurtwacht.wording.reasons import Reason
from buurtwacht.wording.tokens import Token

from .listed import is_abuse

_MOST_WORDS = 8  # in a line that is only abuse
_CALLED = ("called_thing", "called_person", "called_bare")


def name_calling(message: WrittenText) -> Iterator[Advice]:
    if message.is_prose:
        return
    found = _alone(message) or _beside_a_harsh_word(message)
    if found and is_abuse(message, *found):
        start, end = found
        first, last = message.tokens[start].start, message.tokens[end - 1].end
        yield remark(Reason.INSULT, message.text, first, last, blocks=True)


def _alone(message: WrittenText) -> tuple[int, int] | None:
    """A sentence, or what stands between two commas, in which nothing else is said."""
    for start, end in _stretches(message):
        words = message.tokens[start:end]
        if len(words) > _MOST_WORDS or not all(_is_abusive(message, word) for word in words):
            continue
        called = [at for at in range(start, end) if _is_called(message, message.tokens[at])]
        if not called:
            continue
        article = any(message.has("called_article", word) for word in words)
        aimed = any(message.has("called_aimed", word) for word in words)
        harsh = any(message.has("harsh", word) for word in words)
        whole = _is_sentence(message, start, end)
        bare = whole and any(message.has("called_bare", message.tokens[at]) for at in called)
        if (harsh or bare) and (aimed or not article):
            return called[0], called[0] + 1
    return None


def _beside_a_harsh_word(message: WrittenText) -> tuple[int, int] | None:
    for at, word in enumerate(message.tokens[1:], start=1):
        person = message.has("called_person", word) and message.has("harsher", message.tokens[at - 1])
        thing = message.has("called_thing", word) and message.has("harsh", message.tokens[at - 1])
        aimed = any(message.has("called_you", one) for one in message.before(at - 1, 2))
        if person or (thing and aimed):
            return at - 1, at + 1
    return None


def _is_called(message: WrittenText, word: Token) -> bool:
    return any(message.has(section, word) for section in _CALLED)


def _is_abusive(message: WrittenText, word: Token) -> bool:
    return any(message.has(section, word) for section in (*_CALLED, "harsh", "called_filler"))


def _stretches(message: WrittenText) -> Iterator[tuple[int, int]]:
    start = 0
    for at, token in enumerate(message.tokens):
        if token.is_mark:
            if at > start:
                yield start, at
            start = at + 1
    if start < len(message.tokens):
        yield start, len(message.tokens)


def _is_sentence(message: WrittenText, start: int, end: int) -> bool:
    begins = start == 0 or message.tokens[start - 1].ends_sentence
    return begins and (end == len(message.tokens) or message.tokens[end].ends_sentence)
