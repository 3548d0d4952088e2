# SPDX-License-Identifier: EUPL-1.2
"""From what people type to clean values. Each raises `DomainError` with a sentence that says what to do."""

import re

from django.utils.translation import gettext as _
from stdnum.be import ssn
from stdnum.exceptions import ValidationError as WrongNumber

from buurtwacht.lib.errors import DomainError
from buurtwacht.places.house_numbers import parse_house_number

# What a mail program would make a link of: "https://…", "www.…", "example.com", "somebody@…".
_LINK = re.compile(r"://|@|\bwww\.|[\w-]{2,}\.[a-z]{2,}(?![\w.])")


def plain_name(text: str) -> str:
    """A name without a web address in it: it stands in mails to people who did not ask for them."""
    if _LINK.search(text):
        raise DomainError(_("In a name there is no web address. Write only the name."))
    return text


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
