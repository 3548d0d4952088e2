# SPDX-License-Identifier: EUPL-1.2
"""A text as words and sentence marks, each with its place. One pass, linear in the length of the text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from .unveiled import unveiled

_TOKEN = re.compile(
    r"[^\W\d_](?:(?:[ .*_-]{1,2}| ['’] ?)[^\W_](?![^\W_])){2,89}(?![*_-]{1,2}[^\W_])"  # i d i o o t, h o m o ' s
    r"|\d+(?:[.,:]\d+){0,4}(?![^\W_@$!|*€])"  # numbers and times: 1.80, 21:14
    r"|(?:[^\W_]|[@$](?=[^\W_]))"  # words, also Oost-Europees, 1d!00t and k*t
    r"(?:[^\W_]|[\u0300-\u036f]|['’-](?=[^\W_])|[@$!|€*#](?=[@$!|€*#]{0,3}[^\W_A-Z]))*"
    r"|[.!?…\n,;:()]"
)
_ABBREVIATIONS = frozenset(
    (
        *(
            "nr",
            "no",
            "nrs",
            "str",
            "ca",
            "dhr",
            "mevr",
            "mw",
            "hr",
            "fam",
            "ong",
            "evt",
            "bijv",
            "jr",
            "st",
            "tel",
            "nº",
        ),
        *("m", "nº"),
    )
)
_MARKS = frozenset(".!?…\n,;:()")
_SENTENCE_ENDS = frozenset(".!?…\n")


class Reader(Protocol):
    """Who knows under which spellings a word may be found, and the words that were written without a space."""

    def forms(self, word: str) -> tuple[str, ...]: ...

    def pieces(self, word: str) -> tuple[str, ...]: ...

    def together(self, first: str, second: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark. `forms` are the spellings under which it may be found in a list."""

    text: str
    start: int
    end: int
    forms: tuple[str, ...]

    @property
    def is_mark(self) -> bool:
        return self.text in _MARKS

    @property
    def ends_sentence(self) -> bool:
        return self.text in _SENTENCE_ENDS

    @property
    def has_capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def is_number(self) -> bool:
        return self.text[:1].isdecimal()

    @property
    def may_be_a_name(self) -> bool:
        """Capital first, small letters after: Jan, but not BMW."""
        return self.has_capital and len(self.text) > 1 and not self.text.isupper()


def tokens_of(text: str, reader: Reader, most: int) -> list[Token]:
    """The first `most` words and marks."""
    return list(islice(_rejoined(_without_dots_of_abbreviations(_tokens(text, reader)), reader), most))


def _tokens(text: str, reader: Reader) -> Iterator[Token]:
    seen = unveiled(text)
    for match in _TOKEN.finditer(seen.text):
        word = match.group()
        at = match.start()
        pieces = reader.pieces(word) if len(word) > 6 else ()
        if not pieces:
            yield Token(word, seen.place(at), seen.place(match.end() - 1) + 1, reader.forms(word))
        exact = sum(map(len, pieces)) == len(word)
        for piece in pieces:
            first, last = (at, at + len(piece)) if exact else (match.start(), match.end())
            yield Token(
                seen.text[first:last] if exact else piece, seen.place(first), seen.place(last - 1) + 1, (piece,)
            )
            at = last


def _without_dots_of_abbreviations(tokens: Iterator[Token]) -> Iterator[Token]:
    previous: Token | None = None
    for token in tokens:
        abbreviates = token.text == "." and previous is not None and previous.forms[0] in _ABBREVIATIONS
        if not (abbreviates and previous is not None and previous.end == token.start):
            yield token
        previous = token


def _rejoined(tokens: Iterator[Token], reader: Reader) -> Iterator[Token]:
    """`kloot zak` is one word."""
    held: Token | None = None
    for token in tokens:
        joins = held is not None and not (held.is_mark or token.is_mark)
        whole = reader.together(held.forms[0], token.forms[0]) if held is not None and joins else ""
        if held is not None and whole:
            held = Token(f"{held.text} {token.text}", held.start, token.end, (whole,))
            continue
        if held is not None:
            yield held
        held = token
    if held is not None:
        yield held


def fold(word: str) -> str:
    """Small letters, straight apostrophes, no accents."""
    if word.isascii():
        return word.lower()
    spread = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
