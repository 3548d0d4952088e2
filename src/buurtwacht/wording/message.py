# SPDX-License-Identifier: EUPL-1.2
"""One text with its words, and what can be read from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .advice import Facts
from .tokens import Token, tokens_of
from .vocabulary import Vocabulary


@dataclass(frozen=True)
class WrittenText:
    text: str
    vocabulary: Vocabulary
    facts: Facts | None = None

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens_of(self.text)

    def says(self, section: str) -> bool:
        return self.vocabulary[section].first(self.tokens) is not None

    def count(self, section: str) -> int:
        """How many words of the text stand in a list."""
        listed = self.vocabulary[section]
        return sum(1 for token in self.tokens if listed.fits(token))

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

    def word(self, at: int) -> Token | None:
        """The word at `at`; None for a mark or past either end."""
        if not 0 <= at < len(self.tokens) or self.tokens[at].is_mark:
            return None
        return self.tokens[at]

    def has(self, section: str, token: Token | None) -> bool:
        return token is not None and self.vocabulary[section].fits(token)

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
