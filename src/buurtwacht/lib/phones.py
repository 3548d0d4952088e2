# SPDX-License-Identifier: EUPL-1.2
"""Phone numbers as people type them, in their one spelling (E.164). Every form and channel uses this. Pure."""

import phonenumbers
from django.utils.translation import gettext as _
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType, ValidationResult

from .errors import DomainError

EXAMPLES = {"nl": "06 12345678", "be": "0470 12 34 56"}
MOBILE = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)
LANDLINE = PhoneNumberType.FIXED_LINE
LONGEST = 40  # signs, with spaces and brackets


def normalised_phone(text: str, country: str = "nl") -> str:
    """The number as E.164: "06 12345678" is "+31612345678". A number without a country is one of `country`.

    Raises `DomainError` with a sentence that says what is wrong with it.
    """
    return phonenumbers.format_number(_number(text, country), PhoneNumberFormat.E164)


def normalised_mobile(text: str, country: str = "nl") -> str:
    """The same, for a phone that can get text messages. Raises `DomainError` for a landline too."""
    number = _number(text, country)
    kind = phonenumbers.number_type(number)
    if kind == LANDLINE:
        raise DomainError(_("This is a landline: it cannot get text messages. Give the number of a mobile phone."))
    if kind not in MOBILE:
        raise DomainError(_("No text message can be sent to this number. Give the number of a mobile phone."))
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def takes_texts(normalised: str) -> bool:
    """Can this E.164 number get text messages?"""
    try:
        return bool(normalised_mobile(normalised))
    except DomainError:
        return False


def country_of_phone(normalised: str) -> str:
    """The country of an E.164 number as two capitals; empty for none, such as a satellite phone."""
    try:
        return phonenumbers.region_code_for_number(phonenumbers.parse(normalised, None)) or ""
    except NumberParseException:
        return ""


def readable_phone(normalised: str, country: str = "nl") -> str:
    """An E.164 number as people in `country` write it: "06 12345678". What is no number stays as it is."""
    try:
        number = phonenumbers.parse(normalised, None)
    except NumberParseException:
        return normalised
    own = number.country_code == phonenumbers.country_code_for_region(country.upper())
    return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL if own else PhoneNumberFormat.INTERNATIONAL)


def _number(text: str, country: str) -> PhoneNumber:
    if len(text) > LONGEST or any(sign.isalpha() for sign in text):
        raise DomainError(_not_a_number(country))
    try:
        number = phonenumbers.parse(text.strip(), country.upper())
    except NumberParseException as problem:
        raise DomainError(_sentence(problem, country)) from None
    length = phonenumbers.is_possible_number_with_reason(number)
    if length in (ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY):
        raise DomainError(_("This phone number is too short. Count the digits, with the area code."))
    if length == ValidationResult.TOO_LONG:
        raise DomainError(_("This phone number is too long. Count the digits."))
    if not phonenumbers.is_valid_number(number):
        raise DomainError(_("There is no such phone number. Look at the digits again."))
    return number


def _sentence(problem: NumberParseException, country: str) -> str:
    if problem.error_type == NumberParseException.INVALID_COUNTRY_CODE:
        return _("There is no country with this number. Begin with 0, or with + and the number of the country.")
    if problem.error_type in (NumberParseException.TOO_SHORT_NSN, NumberParseException.TOO_SHORT_AFTER_IDD):
        return _("This phone number is too short. Count the digits, with the area code.")
    if problem.error_type == NumberParseException.TOO_LONG:
        return _("This phone number is too long. Count the digits.")
    return _not_a_number(country)


def _not_a_number(country: str) -> str:
    return _("This is not a phone number. It looks like %(example)s.") % {"example": EXAMPLES.get(country, "+31 …")}
