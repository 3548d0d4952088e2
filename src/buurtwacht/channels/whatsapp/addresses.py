# SPDX-License-Identifier: EUPL-1.2
"""Who somebody is on WhatsApp: a telephone number, or Meta's own id for who shows no number."""

import re

from django.conf import settings
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import normalised_phone

OWN_ID = re.compile(r"[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}")  # "NL.13491208655302741918": a business-scoped user id
DIGITS = re.compile(r"[0-9]{7,15}")


def normalised(address: str) -> str:
    """The number as E.164, or Meta's id as it is. Raises `DomainError` with a sentence."""
    plain = address.strip()
    if is_own_id(plain):
        return plain
    if "." in plain and plain[:2].isalpha():
        raise DomainError(_("This is not a phone number. Give the number with which you use WhatsApp."))
    return normalised_phone(plain, settings.COUNTRY)


def is_own_id(address: str) -> bool:
    return OWN_ID.fullmatch(address) is not None


def from_meta(number: object) -> str:
    """Meta writes a number without its plus. Empty for what is no number."""
    return f"+{number}" if isinstance(number, str) and DIGITS.fullmatch(number) else ""


def own_id_from_meta(name: object) -> str:
    return name if isinstance(name, str) and is_own_id(name) else ""


def recipient(address: str) -> dict[str, str]:
    """Whom a message goes to, as Meta wants it."""
    return {"recipient": address} if is_own_id(address) else {"to": address.lstrip("+")}
