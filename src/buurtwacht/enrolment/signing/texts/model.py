# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

OWN = "local:"  # how the key of a rule begins that a group added itself


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that people agree to: a few words that stand out, a sentence, and why.

    In the lists of this folder the words are English; in a `Text` they are in the language of the reader, or else in
    `language`: that of a group that wrote the rule itself.
    """

    key: str
    lead: str
    words: str
    why: str = ""
    language: str = ""

    @property
    def is_own(self) -> bool:
        """Did the group add it itself?"""
        return self.key.startswith(OWN)

    @property
    def anchor(self) -> str:
        """Where it stands on a page with rules."""
        return f"regel-{self.key.replace(':', '-')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What somebody reads before agreeing, exactly as it stands on the screen and on paper."""

    id: str  # preset, kind and version: "be-politiezone/declaration/1"; with own rules of a group "nl/rules/1.3"
    language: str
    version: int
    since: date
    title: str
    opening: str
    points: tuple[Point, ...]
    digest: str  # SHA-256 of all of it
    edition: int = 0  # of the rules that the group added itself; 0 while it never did

    @property
    def number(self) -> str:
        """The version as people read it: "1", or "1.3" with the third edition of a group's own rules."""
        return f"{self.version}.{self.edition}" if self.edition else str(self.version)

    @property
    def kind(self) -> str:
        """Which text it is: "rules", "declaration", …"""
        return self.id.split("/")[1]

    @property
    def core(self) -> str:
        """The text without what the group added: "nl/rules/1"."""
        return self.id.partition(".")[0]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The whole text as plain paragraphs: what the digest is taken of."""
        return plain(self.title, self.opening, self.points)


def mark_of(texts: Iterable[Text]) -> str:
    """A short mark of exactly these words, in this language."""
    return "-".join(text.digest[:12] for text in texts)


def plain(title: str, opening: str, points: tuple[Point, ...]) -> tuple[str, ...]:
    """The paragraphs of a text, its points numbered."""
    lines = (" ".join(filter(None, (p.lead, p.words, p.why))) for p in points)
    return (title, opening, *(f"{number}. {line}" for number, line in enumerate(lines, 1)))
