# SPDX-License-Identifier: EUPL-1.2
"""What goes into the check, and what comes out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .explanations import EXPLANATIONS
from .reasons import Reason

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Facts:
    """What the form already knows, so that the words need not say it again."""

    behaviours: bool  # at least one behaviour is chosen
    place: bool  # there is a street or a pin
    called: bool  # somebody called, or doubt is allowed and said
    in_sight: str  # "now", "just_gone" or "gone"
    traits: int  # how many things were filled in on the person cards, skin colour not counted


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the group's policy lets neighbours read about others."""

    skin_colour: bool = True
    plates: bool = True


EVERYTHING = Allowed()


@dataclass(frozen=True, slots=True)
class Advice:
    """One friendly remark about one stretch of text: `text[start:end] == found`.

    `better`, when it is not empty, is what could stand there instead of `found`. `words` are the exact places of the
    words at fault: the whole of `found`, or some words in it where `found` is the clause around them.
    A remark that `blocks` must be followed; every other one may be refused.
    """

    reason: Reason
    found: str
    better: str
    why: "str | _StrPromise"
    start: int
    end: int
    blocks: bool = False
    instead: "str | _StrPromise" = ""
    words: tuple[tuple[int, int], ...] = ()

    @property
    def fault(self) -> list[str]:
        """The words at fault, as they were written."""
        return [self.found[start - self.start : end - self.start] for start, end in self.words]

    def applied_to(self, text: str) -> str:
        """The whole text with this one improvement; the text itself when there is nothing better to say."""
        return text[: self.start] + self.better + text[self.end :] if self.better else text


def remark(
    reason: Reason,
    text: str,
    start: int,
    end: int,
    *,
    better: str = "",
    blocks: bool = False,
    words: tuple[tuple[int, int], ...] = (),
) -> Advice:
    why, instead = EXPLANATIONS[reason]
    return Advice(reason, text[start:end], better, why, start, end, blocks, instead, words or ((start, end),))
