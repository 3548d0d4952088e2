# SPDX-License-Identifier: EUPL-1.2
"""The small language of the word lists in data/.

    idioot|idioten      one of these whole words
    marokkaan*          a word that begins so;  *straat  a word that ends so and is longer
    ^pool               only when it is written with a capital
    (al)                may be left out
    ..3                 at most three words of any kind, within one sentence
    @person             any word of the list [@person];  @number, @name: a number, a capitalised word
    <group>             any row of words of the list [<group>]
    ! in front          a remark that must be followed

Whole words only: parts of words would flag ordinary sentences by the hundred.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .tokens import Token, fold

Classes = dict[str, "Part"]


@dataclass(frozen=True, slots=True)
class Part:
    """What one word of a phrase may be."""

    words: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    capital: bool = False
    optional: bool = False
    gap: int = 0
    number: bool = False
    name: bool = False

    def fits(self, token: Token) -> bool:
        if self.capital and not token.has_capital:
            return False
        if (self.number and token.is_number) or (self.name and token.may_be_a_name):
            return True
        if not self.words.isdisjoint(token.forms):
            return True
        return bool(self.starts or self.ends) and any(map(self._fits, token.forms))

    def _fits(self, form: str) -> bool:
        return form.startswith(self.starts) or (
            form.endswith(self.ends) and any(len(form) > len(end) + 1 and form.endswith(end) for end in self.ends)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    parts: tuple[Part, ...]
    blocks: bool = False

    @property
    def needs(self) -> tuple[frozenset[str], ...]:
        """For each part that is a plain choice of words, those words: one of them must be in the text."""
        return tuple(
            part.words
            for part in self.parts
            if part.words and not (part.optional or part.starts or part.ends or part.number or part.name)
        )

    def end(self, tokens: Sequence[Token], start: int) -> int | None:
        """The index after the last token, when the phrase stands at `start`."""
        return _end(self.parts, tokens, start)


def _end(parts: tuple[Part, ...], tokens: Sequence[Token], at: int) -> int | None:
    if not parts:
        return at
    part, rest = parts[0], parts[1:]
    if part.gap:
        return _after_gap(part.gap, rest, tokens, at)
    if at < len(tokens) and part.fits(tokens[at]):
        end = _end(rest, tokens, at + 1)
        if end is not None:
            return end
    return _end(rest, tokens, at) if part.optional else None


def _after_gap(gap: int, rest: tuple[Part, ...], tokens: Sequence[Token], at: int) -> int | None:
    for skipped in range(gap + 1):
        if skipped and (at + skipped > len(tokens) or tokens[at + skipped - 1].ends_sentence):
            return None
        end = _end(rest, tokens, at + skipped)
        if end is not None:
            return end
    return None


def parse(line: str, classes: Classes) -> Phrase:
    blocks = line.startswith("!")
    return Phrase(tuple(_part(word, classes) for word in line.lstrip("! ").split()), blocks)


def spelled_out(line: str, sections: dict[str, list[str]]) -> list[str]:
    """`line` once for each row of words that its <list> stands for."""
    before, mark, rest = line.partition("<")
    if not mark:
        return [line]
    name, _, after = rest.partition(">")
    return [one for row in sections[f"<{name}>"] for one in spelled_out(f"{before}{row}{after}", sections)]


def _part(word: str, classes: Classes) -> Part:
    if word.startswith(".."):
        return Part(gap=int(word[2:]))
    if word.startswith("("):
        return replace(_part(word.strip("()"), classes), optional=True)
    capital = word.startswith("^")
    return join([_choice(choice.lstrip("^"), classes) for choice in word.split("|")], capital=capital)


def _choice(choice: str, classes: Classes) -> Part:
    if choice == "@number":
        return Part(number=True)
    if choice == "@name":
        return Part(name=True)
    if choice.startswith("@"):
        return classes[choice[1:]]
    if choice.startswith("*"):
        return Part(ends=(fold(choice[1:]),))
    if choice.endswith("*"):
        return Part(starts=(fold(choice[:-1]),))
    return Part(words=frozenset([fold(choice)]))


def join(parts: Sequence[Part], *, capital: bool = False) -> Part:
    return Part(
        words=frozenset[str]().union(*(part.words for part in parts)),
        starts=tuple(start for part in parts for start in part.starts),
        ends=tuple(end for part in parts for end in part.ends),
        capital=capital,
        number=any(part.number for part in parts),
        name=any(part.name for part in parts),
    )
