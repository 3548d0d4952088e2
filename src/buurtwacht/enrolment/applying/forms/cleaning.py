# SPDX-License-Identifier: EUPL-1.2
"""From what people type to clean values. Each raises `ValidationError` with a sentence that says what to do."""

import re

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum.be import ssn
from stdnum.exceptions import ValidationError as WrongNumber

_POSTCODES = {"nl": re.compile(r"([1-9]\d{3})\s?([A-Z]{2})"), "be": re.compile(r"([1-9]\d{3})")}


def postcode(text: str, country: str) -> str:
    """ "6711ab" becomes "6711 AB"; in Belgium four digits."""
    found = _POSTCODES[country].fullmatch(" ".join(text.upper().split()))
    if found is None and country == "be":
        raise ValidationError(_("A postcode has four digits, such as 3600."), "postcode")
    if found is None:
        raise ValidationError(_("A postcode has four digits and two letters, such as 6711 AB."), "postcode")
    return " ".join(found.groups())


def house_number(text: str) -> str:
    """Any number with what belongs to it: "14", "14a", "14 bus 2"."""
    if not re.search(r"\d", text):
        raise ValidationError(_("Fill in the number on your house, such as 14 or 14a."), "house_number")
    return text


def phone(text: str, country: str) -> str:
    """As E.164. A number without a country is one of the country of the group."""
    try:
        number = phonenumbers.parse(text, country.upper())
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        example = "0470 12 34 56" if country == "be" else "06 12345678"
        raise ValidationError(
            _("This is not a complete phone number. It looks like %(example)s."), "phone", {"example": example}
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def national_number(text: str) -> str:
    """Eleven digits with the right check digits: the national number, or a bis number."""
    try:
        return str(ssn.validate(text))
    except WrongNumber:
        raise ValidationError(
            _("This is not a national number. It has eleven digits, as on the back of your identity card."),
            "national_number",
        ) from None
