# SPDX-License-Identifier: EUPL-1.2
"""Street names as people type them: without capitals and accents, shortened, with a typo. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

LIKE_ENOUGH = 0.84  # one typo in "Merelweg", two in "Lijsterbesstraat"
_SHORT = (
    (re.compile(r"str\.?(?=\s|$)"), "straat"),
    (re.compile(r"ln\.?(?=\s|$)"), "laan"),
    (re.compile(r"(?<=\w)wg\.?(?=\s|$)"), "weg"),
    (re.compile(r"pln\.?(?=\s|$)"), "plein"),
    (re.compile(r"stwg\.?(?=\s|$)"), "steenweg"),
    (re.compile(r"\bburg\.?(?=\s|$)"), "burgemeester"),
    (re.compile(r"\bdr\.?(?=\s|$)"), "dokter"),
    (re.compile(r"\bst\.?(?=[\s-]|$)"), "sint"),
)
_ADDITION = r"(?:[a-z]|(?:bis|ter|bus|bte|bo[iî]te|hs|rood|zw)\b.*)"
_HOUSE_NUMBER = re.compile(rf"\s+\d+\s*{_ADDITION}?(?:\s*[-–/]\s*\d*\s*[a-z]?)?\s*$", re.IGNORECASE)


def plain(name: str) -> str:
    """A name to compare by."""
    spread = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(sign for sign in spread if not unicodedata.combining(sign)).strip()
    for short, full in _SHORT:
        text = short.sub(full, text)
    return re.sub(r"[^\w]+", " ", text).strip()


def without_house_number(text: str) -> str:
    """ "Merelweg 14a" is the Merelweg."""
    return _HOUSE_NUMBER.sub("", text.casefold())


def house_number_in(text: str) -> str:
    """The house number at the end of an address: "14 bis A" in "Merelweg 14 bis A"; nothing when there is none."""
    found = _HOUSE_NUMBER.search(text)
    return found[0].strip() if found else ""


def closest(text: str, names: Iterable[str]) -> str | None:
    """The name that was meant; None when nothing is like it. The same text gives the same answer every time."""
    wanted = {plain(text), plain(without_house_number(text))}
    ordered = sorted(set(names))
    exact = next((name for name in ordered if plain(name) in wanted), None)
    if exact or not any(wanted):
        return exact
    scored = [(max(_likeness(plain(name), one) for one in wanted), name) for name in ordered]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= LIKE_ENOUGH else None


def _likeness(a: str, b: str) -> float:
    if not a or not b or abs(len(a) - len(b)) > 3 or a[0] != b[0]:
        return 0.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
