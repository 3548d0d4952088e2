# SPDX-License-Identifier: EUPL-1.2
"""From cells to the values that we keep: names divided, addresses taken apart, spaces and stray signs gone."""

import re
from email.utils import parseaddr

FIELDS = ("first_name", "family_name", "email", "phone", "street", "house_number", "postcode", "town")
_NUMBER = r"\d{1,5}(?:\s?[A-Za-z]{1,2}\b|[-/]\s?\w{1,6}|\s?bus\s?\w{1,5}|\s(?:hs|bis|ter)\b)*"
_NUMBER_LAST = re.compile(rf"^(?P<street>\D.*?\D)\s*(?P<number>{_NUMBER})$", re.IGNORECASE)
_NUMBER_FIRST = re.compile(rf"^(?P<number>{_NUMBER}),?\s+(?P<street>\D.*)$", re.IGNORECASE)
_POSTCODE_TOWN = re.compile(r"^(?P<postcode>\d{4,5}(?:\s?[A-Z]{2}\b)?)\s*(?P<town>.*)$", re.IGNORECASE)


def values_of(raw: dict[str, str]) -> dict[str, str]:
    """Every field of `FIELDS`, empty where nothing stood."""
    cells = {name: one_line(cell) for name, cell in raw.items()}
    first, family = _names(cells)
    street, number, postcode, town = _address(cells)
    return {
        "first_name": first,
        "family_name": family,
        "email": _email(cells.get("email", "")),
        "phone": cells.get("phone", ""),
        "street": street,
        "house_number": number,
        "postcode": postcode.upper(),
        "town": town,
    }


def one_line(cell: str) -> str:
    """No control characters, single spaces, and not the apostrophe by which a spreadsheet marks text."""
    text = "".join(sign if sign.isprintable() else " " for sign in cell)
    text = " ".join(text.split())
    return text[1:].lstrip() if text[:1] == "'" and not re.match(r"'[sSnt]\b", text) else text


def _names(cells: dict[str, str]) -> tuple[str, str]:
    """First name and family name. "Naam" beside "Voornaam" is the family name, or both."""
    whole = cells.get("name", "").lstrip("~ ")
    first, family = cells.get("first_name", ""), cells.get("family_name", "")
    if not first:
        first, family = _divided(whole) if whole else ("", family)
    elif not family:
        family = whole.removeprefix(first).strip()
    return first, f"{cells.get('prefix', '')} {family}".strip()


def _divided(name: str) -> tuple[str, str]:
    """ "Vries, Jan de" and "Jan de Vries"."""
    family, comma, rest = name.partition(",")
    if comma and rest.strip():
        first, _space, prefix = rest.strip().partition(" ")
        return first, f"{prefix} {family}".strip()
    first, _space, family = name.strip().partition(" ")
    return first, family.strip()


def _address(cells: dict[str, str]) -> tuple[str, str, str, str]:
    whole, *rest = [part.strip() for part in (cells.get("address") or cells.get("street", "")).split(",")]
    if not whole and rest:
        whole, rest = rest[0], rest[1:]
    street, number = _street_and_number(whole)
    number = cells.get("house_number") or number
    if cells.get("addition"):
        number = f"{number} {cells['addition']}".strip()
    found = next((match for part in rest if (match := _POSTCODE_TOWN.match(part))), None)
    postcode = cells.get("postcode") or (found["postcode"] if found else "")
    town = cells.get("town") or (found["town"] if found else "")
    return street, number, postcode, town


def _street_and_number(text: str) -> tuple[str, str]:
    found = _NUMBER_LAST.match(text) or _NUMBER_FIRST.match(text)
    return (found["street"].strip(" ,"), found["number"].strip()) if found else (text, "")


def _email(cell: str) -> str:
    """The bare address, also out of "Jan <jan@voorbeeld.nl>"; what is no address stays as it was."""
    cell = cell.removeprefix("mailto:")
    bare = parseaddr(cell)[1] if "<" in cell else cell
    return (bare or cell).strip(" .;,<>").lower()
