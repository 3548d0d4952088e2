# SPDX-License-Identifier: EUPL-1.2
"""Skin colour: only after behaviour and two other traits (C9), and nowhere where the policy leaves it out."""

from collections.abc import Iterator

from buurtwacht.wording.advice import Advice, remark
from buurtwacht.wording.message import WrittenText
from buurtwacht.wording.reasons import Reason

ENOUGH_TRAITS = 2
_BETWEEN = 2  # adjectives between the colour and the person: "donkere jonge man"


def appearance(message: WrittenText) -> Iterator[Advice]:
    found = next(skin_words(message), None)
    if found is None:
        return
    start, end = found
    if not message.allowed.skin_colour:
        yield remark(Reason.SKIN_COLOUR, message.text, start, end)
    elif not (message.tells_behaviour and message.traits >= ENOUGH_TRAITS):
        yield remark(Reason.APPEARANCE_ONLY, message.text, start, end)


def skin_words(message: WrittenText) -> Iterator[tuple[int, int]]:
    """Where skin colour is said of somebody, with the person that it is said of: from sign to sign."""
    tokens = message.tokens
    for start, _end, last in colours(message):
        yield tokens[start].start, tokens[last - 1].end


def colours(message: WrittenText) -> Iterator[tuple[int, int, int]]:
    """The same by token: where the words for the colour begin, where they end, and where the person ends."""
    for _, start, end in message.matches("skin_alone"):
        yield start, end, end
    for at, token in enumerate(message.tokens):
        said_of_oneself = message.has("self", message.word(at - 1))
        last = _person_after(message, at) if message.has("skin", token) and not said_of_oneself else None
        if last:
            yield at, at + 1, last


def _person_after(message: WrittenText, at: int) -> int | None:
    """The index after the person that this adjective belongs to. A jacket is not a person."""
    before = message.word(at - 1)
    if message.vocabulary.language == "fr":
        return at + 1 if message.has("person", before) else None
    for end in range(at + 1, at + 2 + _BETWEEN):
        word = message.word(end)
        if word is None:
            return None
        if message.has("person", word):
            return end + 1
        if not _is_adjective(message, end):
            return None
    return None


def _is_adjective(message: WrittenText, at: int) -> bool:
    word = message.tokens[at]
    return message.has("skin", word) or message.has("adjective", word)
