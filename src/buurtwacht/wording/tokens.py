# SPDX-License-Identifier: EUPL-1.2
"""A text as words and sentence marks, each with its place. One pass, linear in the length of the text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+){0,4}(?![^\W_])"  # numbers and times: 1.80, 21:14
    r"|[^\W_](?:[^\W_]|[\u0300-\u036f]|['’-](?=[^\W_]))*"  # words, also Oost-Europees
    r"|[.!?…\n,;:()]"
)
_ABBREVIATIONS = frozenset(
    (
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
        "m",
    )
)
_MARKS = frozenset(".!?…\n,;:()")
_SENTENCE_ENDS = frozenset(".!?…\n")
_REPEATED = re.compile(r"(.)\1{2,}")
_LEET = str.maketrans("013457@$", "oieastas")


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


def tokens_of(text: str) -> list[Token]:
    return list(_without_dots_of_abbreviations(_tokens(text)))


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        word = match.group()
        yield Token(word, match.start(), match.end(), _forms(word))


def _without_dots_of_abbreviations(tokens: Iterator[Token]) -> Iterator[Token]:
    previous: Token | None = None
    for token in tokens:
        abbreviates = token.text == "." and previous is not None and previous.forms[0] in _ABBREVIATIONS
        if not (abbreviates and previous is not None and previous.end == token.start):
            yield token
        previous = token


@lru_cache(maxsize=8192)
def _forms(word: str) -> tuple[str, ...]:
    """`word` folded; then without stretched letters (idiooot) and without figures for letters (1d1oot)."""
    plain = fold(word)
    forms = [plain]
    if _REPEATED.search(plain):
        forms += [_REPEATED.sub(r"\1\1", plain), _REPEATED.sub(r"\1", plain)]
    if not plain.isalpha() and any(letter.isalpha() for letter in plain):
        forms.append(plain.translate(_LEET))
    return tuple(dict.fromkeys(forms))


def fold(word: str) -> str:
    """Small letters, straight apostrophes, no accents."""
    if word.isascii():
        return word.lower()
    spread = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
