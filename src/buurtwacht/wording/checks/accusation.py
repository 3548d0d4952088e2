# SPDX-License-Identifier: EUPL-1.2
"""Calling somebody a thief. "Geen dader in beeld" and "verdachte situatie" call nobody anything."""

from collections.abc import Iterator

from buurtwacht.wording.advice import Advice, remark
from buurtwacht.wording.better import Found, by_clause, somebody
from buurtwacht.wording.message import WrittenText
from buurtwacht.wording.phrases import Phrase
from buurtwacht.wording.reasons import Reason

_HEADLINE = 4  # words at least


def accusation(message: WrittenText) -> Iterator[Advice]:
    found = list(_found(message))
    for phrase, start, end in found:
        if phrase.blocks:
            first, last = message.tokens[start].start, message.tokens[end - 1].end
            yield remark(Reason.ACCUSATION, message.text, first, last, blocks=True)
    soft = [] if _is_a_headline(message) else found
    words = (_better(message, start, end) for phrase, start, end in soft if not phrase.blocks)
    yield from by_clause(message, Reason.ACCUSATION, words)


def _is_a_headline(message: WrittenText) -> bool:
    """ "Vandalen bekladden de kerk": a whole sentence in which nobody speaks, and no street, car or hour is named."""
    words = [token for token in message.tokens if not token.is_mark]
    near = any(map(message.says, ("talk", "place", "called", "suspicion"))) or "!" in message.text
    seen = any(message.has("vehicle", word) or message.has("accuses", word) or word.is_number for word in words)
    dutch = message.vocabulary.language == "nl"  # the only language with a list of [accuses]
    return dutch and len(words) >= _HEADLINE and not (near or seen)


def _found(message: WrittenText) -> Iterator[tuple[Phrase, int, int]]:
    listed = message.matches("accusation_fine")
    fine = {at for _, start, end in listed for at in range(start, end)}
    for phrase, start, end in message.matches(Reason.ACCUSATION):
        if fine.isdisjoint(range(start, end)):
            yield phrase, start, end


def _better(message: WrittenText, start: int, end: int) -> Found:
    many = message.has("accused_people", message.tokens[start])
    return start, end, somebody(message, start, end, many=many)
