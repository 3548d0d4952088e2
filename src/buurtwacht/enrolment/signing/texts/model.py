# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that people agree to: a few words that stand out, a sentence, and why.

    In the lists of this folder the words are English; in a `Text` they are in the language of the reader.
    """

    key: str
    lead: str
    words: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What somebody reads before agreeing, exactly as it stands on the screen and on paper."""

    id: str  # preset, kind and version: "be-politiezone/declaration/1"
    language: str
    version: int
    since: date
    title: str
    opening: str
    points: tuple[Point, ...]
    digest: str  # SHA-256 of all of it

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The whole text as plain paragraphs: what the digest is taken of."""
        return plain(self.title, self.opening, self.points)


def plain(title: str, opening: str, points: tuple[Point, ...]) -> tuple[str, ...]:
    """The paragraphs of a text, its points numbered."""
    lines = (" ".join(filter(None, (p.lead, p.words, p.why))) for p in points)
    return (title, opening, *(f"{number}. {line}" for number, line in enumerate(lines, 1)))
