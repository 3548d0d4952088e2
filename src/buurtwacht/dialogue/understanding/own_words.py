# SPDX-License-Identifier: EUPL-1.2
"""What is left to say in somebody's own words, once the call, the place and the looks have been understood."""

import re

from .grammar import Grammar
from .looks import Looks
from .numbers import clock_spans, without_clock
from .places import Place, flattened

_CLAUSE = re.compile(r"[.!?;](?=\s|$)|\n+|,\s+|\s[-–]\s")
_LOOSE = re.compile(r"^[\s,.;:-]+|[\s,;:-]+$")
_PREPOSITION = re.compile(
    r"\s*(?:(?:in|op|aan|bij|langs|voor|naar|richting|door|over|uit|van|vanaf|tot)(?: de| het)?|thv|ter hoogte van"
    r"|(?:dans|vers|sur|de|par)(?: la| le| les)?|du|au|rue"
    r"|(?:at|on|in|near|to|towards|from|along)(?: the)?"
    r"|(?:in|an|auf|nach|durch|aus|von)(?: der| die| das| dem)?|am|im|zur|zum)\s*$",
    re.IGNORECASE,
)
_LOOSE_START = re.compile(
    r"^(?:(?:ik|we|wij|maar|en|want|heb|dus|i|but|and|je|et|mais|ich|wir|und|aber)\b[\s,.;:-]*)+", re.IGNORECASE
)


def own_words(text: str, language: str, looks: Looks, place: Place | None, grammar: Grammar) -> str:
    """The clauses that say more than what is kept elsewhere. A number plate is never in them."""
    kept = []
    for start, end in _clauses(text):
        spans = [*looks.plates]
        clause = _cut(text, start, end, spans)
        if rest := _rest(clause, text, start, end, looks, place, grammar):
            kept.append(rest)
    return ". ".join(kept)


def _rest(clause: str, text: str, start: int, end: int, looks: Looks, place: Place | None, grammar: Grammar) -> str:
    flat = flattened(text[start:end])
    called = [(start + found.start(), start + found.end()) for found in grammar.called.finditer(flat)]
    spans = [*looks.spans, *looks.plates, *([(place.start, place.end)] if place else []), *called]
    left = without_clock(flattened(_cut(text, start, end, spans)))
    telling = [word for word in re.findall(r"[\w']+", left) if word not in grammar.filler and not word.isdecimal()]
    acts = any(pattern.search(flat) for pattern in grammar.behaviours.values())
    if not telling and not acts:
        return ""
    if _only_about_sight_or_looks(flat, telling, acts, looks, start, end, grammar):
        return ""
    words = _cut(text, start, end, [*looks.plates, *called])
    words = _LOOSE_START.sub("", without_clock_as_written(words).strip()) if called else words
    if place and start <= place.start < end <= place.end + 1 and place.has_street:
        words = _PREPOSITION.sub("", text[start : place.start])
        words = without_clock_as_written(_cut(words, 0, len(words), [(a - start, b - start) for a, b in called]))
    return _LOOSE.sub("", " ".join(words.split()))


def _only_about_sight_or_looks(
    flat: str, telling: list[str], acts: bool, looks: Looks, start: int, end: int, grammar: Grammar
) -> bool:
    if acts:
        return False
    if any(pattern.search(flat) for pattern in (grammar.now, grammar.just_gone)) and len(telling) <= 3:
        return True
    described = any(start <= a and b <= end for a, b in looks.spans)
    who = grammar.man.sub(" ", grammar.woman.sub(" ", " ".join(telling)))
    return (described or not who.strip()) and len(who.split()) <= 1


def without_clock_as_written(words: str) -> str:
    """Without the time of the call: "om 21:14"."""
    spans = clock_spans(flattened(words))
    return _cut(words, 0, len(words), spans)


def _clauses(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for cut in _CLAUSE.finditer(text):
        found.append((start, cut.start()))
        start = cut.end()
    return [*((a, b) for a, b in found if text[a:b].strip()), *([(start, len(text))] if text[start:].strip() else [])]


def _cut(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """This part of the text without what stands in these spans."""
    signs = [" " if any(a <= at < b for a, b in spans) else sign for at, sign in enumerate(text[start:end], start)]
    return "".join(signs)
