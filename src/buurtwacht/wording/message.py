# SPDX-License-Identifier: EUPL-1.2
"""One text with its words, and what can be read from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .advice import EVERYTHING, Allowed, Facts
from .quotes import quotations
from .tokens import Token, tokens_of
from .vocabulary import Match, Vocabulary

MOST_TOKENS = 220  # words and marks of one text; a thousand signs hold some two hundred
_SHORTEST_PROSE, _LONG_PROSE, _SHORT = 5, 10, 6  # words
_REST = 16  # words and marks behind what was said, in which somebody is named who said it


@dataclass(frozen=True)
class WrittenText:
    text: str
    vocabulary: Vocabulary
    facts: Facts | None = None
    allowed: Allowed = EVERYTHING

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens_of(self.text, self.vocabulary.spelling, MOST_TOKENS)

    @cached_property
    def found(self) -> dict[str, list[Match]]:
        return self.vocabulary.matches(self.tokens)

    def matches(self, section: str) -> list[Match]:
        """The phrases of one list that stand in the text."""
        return self.found.get(section, [])

    def says(self, section: str) -> bool:
        return section in self.found

    def count(self, section: str) -> int:
        """How many words of the text stand in a list."""
        return sum(1 for token in self.tokens if self.has(section, token))

    @cached_property
    def tells_behaviour(self) -> bool:
        return bool(self.facts and self.facts.behaviours) or self.says("behaviour")

    @cached_property
    def tells_place(self) -> bool:
        return bool(self.facts and self.facts.place) or self.says("place")

    @cached_property
    def tells_call(self) -> bool:
        return bool(self.facts and self.facts.called) or self.says("called")

    @cached_property
    def traits(self) -> int:
        return max(self.facts.traits if self.facts else 0, self.count("trait"))

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """What the writer only tells: words between quotation marks, beside a word such as riep, or a "dat is fout"."""
        told = any(map(self.says, ("says", "shouts", "counter", "thinks")))
        reported = told or ":" in self.text or self.is_prose
        return quotations(self.text) if reported else []

    @cached_property
    def is_prose(self) -> bool:
        """It reads as a piece from a newspaper: many words, told afterwards, and nobody who speaks to neighbours."""
        words = [token for token in self.tokens if not token.is_mark]
        spoken = sum(self.has("talk", word) for word in words)
        plain = sum(self.has("prose_plain", word) for word in words)
        told = plain + sum(self.has("prose", word) for word in words)
        return (len(words) >= _SHORTEST_PROSE and plain > spoken) or (len(words) >= _LONG_PROSE and told > spoken)

    @cached_property
    def is_report(self) -> bool:
        """It tells of the news: words that nobody uses to speak their mind."""
        return self.says("prose_plain") and not self.says("spoken_too") and self.is_prose

    @cached_property
    def is_seen_here(self) -> bool:
        """Short, or with a street, a car, or something that happens in it."""
        words = [token for token in self.tokens if not token.is_mark]
        if len(words) <= _SHORT:
            told = [token for token in words if self.has("prose_plain", token)]
            own = [token for token in words if self.has("talk", token)]  # "volgens mij" is no newspaper
            return not self.says("past") and len(told) <= len(own)
        near = ("place", "behaviour", "suspicion", "called", "talk", "house_number")
        seen = any(map(self.says, near)) or any(self.has("vehicle", word) for word in words)
        return seen and not self.says("past")

    def before(self, at: int, most: int) -> Iterator[Token]:
        """The words before token `at`, nearest first, within its sentence."""
        for token in reversed(self.tokens[max(0, at - most) : at]):
            if token.ends_sentence:
                return
            yield token

    def after(self, at: int, most: int) -> Iterator[Token]:
        """The words from token `at`, within its sentence."""
        for token in self.tokens[at : at + most]:
            if token.ends_sentence:
                return
            yield token

    def is_attributed(self, end: int) -> bool:
        """Behind `end` stands who said it: "…, zei Orbán"; not "…, vind ik"."""
        rest = [*self.after(end, _REST)]
        for comma, verb, who in zip(rest, rest[1:], [*rest[2:], None], strict=False):
            if comma.text == "," and self.has("attributes", verb) and not self.has("speaker", who):
                return True
        return False

    def word(self, at: int) -> Token | None:
        """The word at `at`; None for a mark or past either end."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].is_mark:
            return None
        return self.tokens[at]

    def has(self, section: str, token: Token | None) -> bool:
        return token is not None and section in self.vocabulary.kinds(token)

    @cached_property
    def _clauses(self) -> list[tuple[int, int]]:
        """For each word the first and last place of its clause: the stretch of text between two marks."""
        clauses: list[tuple[int, int]] = []
        run: list[Token] = []
        for token in [*self.tokens, None]:
            if token is not None and not token.is_mark:
                run.append(token)
                continue
            clauses += [(run[0].start, run[-1].end)] * len(run) if run else []
            clauses += [(token.start, token.end)] if token else []
            run = []
        return clauses

    def clause(self, at: int) -> tuple[int, int]:
        """The first and last place in the text of the clause around token `at`."""
        return self._clauses[at]
