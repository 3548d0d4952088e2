# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - words in rows
"""Where it is: a street of the group, something that looks like a street, or "behind the school"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import normalize

from .grammar import anywhere
from .spelling import is_one_off
from .tables import TABLES

_NUMBER = re.compile(
    r"[ ,]*(?:nr\.?|no\.?|nummer|huisnummer|numero|number|n°)? ?\d{1,4} ?(?:[a-h](?!\w))?(?: ?[-–/] ?\d{1,4})?(?![\w:.]\d|\w| ?(?:jaar|jr|ans|years|jahre|m |cm|uur|h ))"
)
_JOINED = re.compile(r" ?(?:[-–/&x]|en|et|und|and|met de|met) ?(?:de |het |la |le |the |der )?$")
_BEFORE = re.compile(
    r"(?:(?:hoek|corner|coin|ecke)(?: van| of| de| du)?|achter|behind|derriere|hinter|brandgang|alley|ruelle|tussen|between|entre|zwischen|tegenover|opposite|en face de|gegenuber|thv|t\.h\.v\.?|ter hoogte van|naast)(?: de| het| la| le| the| der| dem| den)? $"
)
_ONLY_NUMBER = re.compile(
    r"(?<!\w)(?:(?:thv|t\.h\.v\.?|ter hoogte van|bij|voor|achter|naast|tegenover|a hauteur du|devant le|auf hohe|near|outside) )?(?:nr\.?|no\.?|nummer|huisnummer|numero|number|hausnummer|n°) ?\d{1,4} ?[a-h]?(?!\w)"
)
_ARTICLES = r"(?:(?:de|het|een|la|le|l'|les|un|une|the|a|der|dem|die|das|den|einem|einer|du|des|au|onze|mijn|notre|our|my|unserer?) ?)?"


@dataclass(frozen=True, slots=True)
class Place:
    """Words for a place, and where in the text they stand."""

    words: str
    start: int
    end: int
    has_street: bool = True


def place_in(text: str, flat: str, language: str, streets: Sequence[str] = ()) -> Place | None:
    """The place that is named in `text`; `flat` is the same text, sign for sign, without capitals and accents."""
    found = _known(flat, streets) or _looks_like_street(text, flat, language)
    if found is None:
        return _landmark(text, flat, language) or _only_a_number(text, flat)
    return _wider(text, flat, found, streets)


def _known(flat: str, streets: Sequence[str]) -> Place | None:
    found = [
        Place(name, at, at + len(bare))
        for name, bare in _bare_names(tuple(streets))
        if (at := flat.find(bare)) >= 0 and _stands_alone(flat, at, at + len(bare))
    ]
    if found:
        return min(found, key=lambda place: (place.start, -place.end))
    return _nearly(flat, streets)


def _stands_alone(flat: str, start: int, end: int) -> bool:
    return not flat[start - 1 : start].isalnum() and not flat[end : end + 1].isalnum()


def _nearly(flat: str, streets: Sequence[str]) -> Place | None:
    """With one mistake: "Merleweg"."""
    by_shape: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for name, bare in _bare_names(tuple(streets)):
        if len(bare) >= 6:
            for length in (-1, 0, 1):
                by_shape.setdefault((bare[0], len(bare) + length), []).append((name, bare))
    for word in re.finditer(r"[a-z'-]{6,}", flat):
        for name, bare in by_shape.get((word[0][0], len(word[0])), ()):
            if is_one_off(word[0], bare):
                return Place(name, word.start(), word.end())
    return None


def _looks_like_street(text: str, flat: str, language: str) -> Place | None:
    names, none = _street_shapes(language)
    for found in names.finditer(flat):
        if not none.fullmatch(found[0]):
            return Place(_capital(text[found.start() : found.end()]), found.start(), found.end())
    return None


def _wider(text: str, flat: str, found: Place, streets: Sequence[str]) -> Place:
    """With what stands before it and the house number behind it: "achter Kerkstraat 12-16"."""
    words, start, end = found.words, found.start, found.end
    if number := _NUMBER.match(flat, end):
        words, end = f"{words} {text[end : number.end()].strip(' ,')}", number.end()
    for name, bare in _bare_names(tuple(streets)):
        at = flat.find(bare)
        if at >= end and _JOINED.fullmatch(flat[end:at]):
            words, end = f"{words} – {name}", at + len(bare)
            break
    if before := _BEFORE.search(flat[max(0, start - 40) : start]):
        words, start = f"{text[start - len(before[0]) : start]}{words}", start - len(before[0])
    return Place(_capital(words), start, end)


def _landmark(text: str, flat: str, language: str) -> Place | None:
    if not (found := _landmarks(language).search(flat)):
        return None
    end = found.end()
    if name := re.match(r" (?:(?:De|Het|La|Le|The) )?[A-Z][\w'-]+", text[end:]):
        end += name.end()
    return Place(_capital(text[found.start() : end]), found.start(), end, has_street=False)


def _only_a_number(text: str, flat: str) -> Place | None:
    found = _ONLY_NUMBER.search(flat)
    return Place(text[found.start() : found.end()], found.start(), found.end(), has_street=False) if found else None


def is_only_a_number(place: str) -> bool:
    """ "Thv nr 40": of which street, it does not say."""
    return bool(_ONLY_NUMBER.fullmatch(place.casefold()))


def flattened(text: str) -> str:
    """Without capitals and accents, as long as the text itself, so that places in it stay the same."""
    return "".join(_flat(sign) for sign in text)


@lru_cache(maxsize=4096)
def _flat(sign: str) -> str:
    small = normalize("NFKD", sign.lower())[:1]
    return {"’": "'", "‘": "'", "ß": "s"}.get(sign, small or " ")


@lru_cache(maxsize=256)
def _bare_names(streets: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, flattened(name)) for name in streets if name)


@cache
def _street_shapes(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = TABLES[language]
    return anywhere(table.streets), anywhere(word for each in TABLES.values() for word in each.no_streets)


@cache
def _landmarks(language: str) -> re.Pattern[str]:
    table = TABLES[language]
    ats, marks = "|".join(table.at), "|".join(table.landmarks)
    return re.compile(rf"(?<!\w)(?:{ats}) {_ARTICLES}(?:{marks})(?!\w)")


def _capital(words: str) -> str:
    words = " ".join(words.split())
    return words[:1].upper() + words[1:]
