# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with the values of one line, as codes. `sentences.py` has the words."""

import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import normalised_phone

LONGEST = {
    "first_name": 80,
    "family_name": 80,
    "email": 254,
    "phone": 40,
    "street": 120,
    "house_number": 16,
    "postcode": 10,
    "town": 80,
}
# Somebody with one of these is asked all the same; the others are repaired first.
NOTES = frozenset({"phone_wrong", "phone_foreign", "street_unknown"})
CODES = {"nl": "+31", "be": "+32"}
REPLACEMENT = "\ufffd"  # what a program writes for a sign that it could not read
_PHONE = re.compile(r"^[+-]?[\d\s()./-]+$")


def faults_of(values: dict[str, str], cells: Iterable[str]) -> list[str]:
    """The codes of all that is wrong with these values. `cells` are those of the file, for what they may hide."""
    cells = list(cells)
    mail = fault_of_email(values["email"])
    others = [cell for cell in cells if cell.strip().lower() != values["email"]]  # "@voorbeeld.nl" is half an address
    problems = ["formula"] if any(is_formula(cell) for cell in others) else []
    if any(REPLACEMENT in cell for cell in cells):
        problems.append("signs")
    if not values["first_name"]:
        problems.append("name_missing")
    problems += [f"long:{name}" for name, most in LONGEST.items() if len(values[name]) > most]
    return [*problems, mail] if mail else problems


def is_formula(cell: str) -> bool:
    """Would a spreadsheet run this? A telephone number with a plus in front is none."""
    text = cell.lstrip(" ")
    return text[:1] in ("=", "@", "\t", "\r") or (text[:1] in ("+", "-") and not _PHONE.match(text) and len(text) > 1)


def fault_of_email(address: str) -> str:
    """What is wrong with this address; nothing when it may well exist."""
    if not address:
        return "email_missing"
    name, at, domain = address.partition("@")
    checks = (
        ("email_no_at", not at),
        ("email_two", address.count("@") > 1),
        ("email_comma", "," in address),
        ("email_space", " " in address),
        ("email_half", not name or not domain),
        ("email_no_dot", "." not in domain),
    )
    found = next((code for code, is_so in checks if is_so), "")
    if found or len(address) > LONGEST["email"]:
        return found
    try:
        validate_email(address)
    except ValidationError:
        return "email_wrong"
    return ""


def phone_of(text: str, country: str) -> tuple[str, str]:
    """The number as E.164 and an empty code; what stood there and a code when it is wrong or of another country.

    `country` is where numbers without a country code belong: "nl" or "be".
    """
    if not text:
        return "", ""
    try:
        number = normalised_phone(text, country)
    except DomainError:
        return text, "phone_wrong"
    return number, "" if number.startswith(CODES[country]) else "phone_foreign"
