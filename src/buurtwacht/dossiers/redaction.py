# SPDX-License-Identifier: EUPL-1.2
"""Taking out of a dossier what the police do not need. The program proposes, the coordinator decides."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from buurtwacht.wording.check import Reason, advise

BLOCK = "█"
SENTENCE = "sentence"
HOUSE_NUMBER = "house_number"
PHONE = "phone"
NAME = "name"
GUESS = "guess"

WHY: dict[str, Promise] = {
    SENTENCE: _("Taken out by you"),
    HOUSE_NUMBER: _("House number: not an observation"),
    PHONE: _("Phone number: goes through the coordinator"),
    NAME: _("A name: not an observation"),
    GUESS: _("A guess: not an observation"),
}

_HOUSE_NUMBER = re.compile(r"\b(?:huisnummer|nummer|nr\.?|numéro|n°|Hausnummer)\s*\d{1,4}\s?[a-zA-Z]?\b", re.I)
_END_OF_SENTENCE = re.compile(r"(?<=[.?…])\s+")
_PROPOSED = {
    Reason.PHONE: PHONE,
    Reason.HOUSE_NUMBER: HOUSE_NUMBER,
    Reason.NAMES_NEIGHBOUR: NAME,
    Reason.PERSON: NAME,
    Reason.ACCUSATION: GUESS,
}


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """Some words to take out: where they stand in the text, and why."""

    start: int
    end: int
    reason: str

    @property
    def why(self) -> Promise:
        return WHY[self.reason]

    @property
    def key(self) -> str:
        return f"{self.start}-{self.end}-{self.reason}"


def proposals(text: str, language: str) -> list[Cut]:
    """What the program would take out by itself: house numbers, phone numbers, names and guesses."""
    found = [advice for advice in advise(text, language=language) if advice.reason in _PROPOSED]
    cuts = [Cut(start, end, _PROPOSED[a.reason]) for a in found for start, end in a.words if end > start]
    cuts += [Cut(*number.span(), HOUSE_NUMBER) for number in _HOUSE_NUMBER.finditer(text)]
    return _without_overlap(cuts)


def sentences(text: str) -> list[Cut]:
    """Each sentence, as something that can be taken out whole."""
    found, start = [], 0
    for gap in [*_END_OF_SENTENCE.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if end > start:
            found.append(Cut(start, end, SENTENCE))
        start = gap.end() if gap else len(text)
    return found


def offered(text: str, language: str) -> list[Cut]:
    """Everything that the coordinator can choose to take out of one entry."""
    return proposals(text, language) + sentences(text)


def redacted(text: str, cuts: list[Cut]) -> str:
    """The text with a block in place of each cut. How long a cut was does not show."""
    for start, end in reversed(_merged(cuts)):
        text = text[:start] + BLOCK * 5 + text[end:]
    return text


def _merged(cuts: list[Cut]) -> list[tuple[int, int]]:
    """The spans of the cuts; those that touch become one, so that no rest stays between them."""
    spans: list[tuple[int, int]] = []
    for cut in sorted(cuts):
        if spans and cut.start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], cut.end))
        else:
            spans.append((cut.start, cut.end))
    return spans


def _without_overlap(cuts: list[Cut]) -> list[Cut]:
    kept: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
    return kept
