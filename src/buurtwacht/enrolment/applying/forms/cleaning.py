# SPDX-License-Identifier: EUPL-1.2
"""From what people type to clean values. Each raises `DomainError` with a sentence that says what to do."""

from django.utils.translation import gettext as _
from stdnum.be import ssn
from stdnum.exceptions import ValidationError as WrongNumber

from buurtwacht.lib.errors import DomainError
from buurtwacht.places.house_numbers import parse_house_number


def house_number(text: str) -> str:
    """Any number with what belongs to it: "14", "14a", "14 bus 2"."""
    parse_house_number(text)
    return text


def national_number(text: str) -> str:
    """Eleven digits with the right check digits: the national number, or a bis number."""
    try:
        return str(ssn.validate(text))
    except WrongNumber:
        raise DomainError(
            _("This is not a national number. It has eleven digits, as on the back of your identity card.")
        ) from None
