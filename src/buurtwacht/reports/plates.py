# SPDX-License-Identifier: EUPL-1.2
"""Number plates: written one way, so that everybody reads the same. Never looked up, never searched."""

import re
from dataclasses import dataclass

MISSING = "…"  # stands where letters were not read
LONGEST = 10

# The Dutch side codes 1 to 14 (RDW), X a letter and 9 a digit, and those of the diplomatic corps.
_DUTCH = (
    "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99",
    "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9", "CDJ-999",
)  # fmt: skip
# The Belgian forms: since 2010 with an index in front (1, 2 …, or a letter for a taxi, a trailer, an old-timer or a
# motorcycle), before that three letters and three digits in either order.
_BELGIAN = ("9-XXX-999", "X-XXX-999", "XXX-999", "999-XXX")

_GAP = re.compile(r"[.…?*_]+")
_DROPPED = re.compile(r"[^A-Z0-9…]")
_EDGE = re.compile(r"(?<=[A-Z])(?=[0-9])|(?<=[0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Plate:
    """A plate, or the part of it that was read. `country` is "nl", "be" or empty where the form is of neither."""

    text: str
    country: str
    is_partial: bool


def read_plate(written: str, country: str) -> Plate | None:
    """What somebody typed, normalised. `country` is tried first. None when it cannot be a plate.

    Dots, question marks and stars stand for what was not read: "..38", "V-38?".
    """
    text = _DROPPED.sub("", _GAP.sub(MISSING, written.upper()))
    letters = text.replace(MISSING, "")
    if not letters or len(letters) > LONGEST:
        return None
    if MISSING in text:
        return Plate(_with_dashes(text), "", True)
    for forms, where in sorted(((_DUTCH, "nl"), (_BELGIAN, "be")), key=lambda pair: pair[1] != country):
        for form in forms:
            if fitted := _fitted(text, form):
                return Plate(fitted, where, False)
    return Plate(_with_dashes(text), "", len(letters) < 6)


def _fitted(text: str, form: str) -> str:
    """The plate with the dashes of the form, or nothing when it does not fit."""
    bare = form.replace("-", "")
    if len(bare) != len(text) or not all(map(_fits, text, bare)):
        return ""
    rest = iter(text)
    return "".join(sign if sign == "-" else next(rest) for sign in form)


def _fits(sign: str, mould: str) -> bool:
    if mould == "9":
        return sign.isdigit()
    return sign.isalpha() if mould == "X" else sign == mould


def _with_dashes(text: str) -> str:
    return _EDGE.sub("-", text)
