# SPDX-License-Identifier: EUPL-1.2
"""Addresses of our own that name one delivery: where a reader answers, and where a refused letter comes back.

The token stands between a plus and the at sign (RFC 5233). Only small letters and digits are used, because servers on
the way may change capitals; with the plus and a name of up to eleven letters it stays within 64 octets
(RFC 5321, section 4.5.3.1.1).
"""

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.conf import settings

from buurtwacht.lib.links import link_token, subject_of

Purpose = Literal["reply", "bounce"]

MAIL_OFF = "mail:off"  # what the token in the link under a letter is for
PURPOSES: tuple[Purpose, ...] = ("reply", "bounce")
TOKEN_CHARACTERS = 52
LONGEST_NAME = 64 - TOKEN_CHARACTERS - 1
OURS = re.compile(rf"([a-z0-9._-]{{1,{LONGEST_NAME}}})\+([a-z2-7]{{{TOKEN_CHARACTERS}}})@([a-z0-9.-]{{1,255}})")


@dataclass(frozen=True, slots=True)
class Named:
    """What an address of ours was made for."""

    purpose: Purpose
    reference: str


def reply_address(reference: str) -> str:
    """Where the reader of this delivery answers; empty when nobody can."""
    return _address("reply", settings.MAIL_REPLY, reference)


def bounce_address(reference: str) -> str:
    """Where this letter comes back when it is refused; empty when it cannot."""
    return _address("bounce", settings.MAIL_BOUNCE, reference)


def unsubscribe_url(reference: str) -> str:
    """The page that ends letters to this reader; empty for a letter that is nobody's delivery."""
    subject = _subject(reference)
    return f"{settings.SITE_URL}/kanaal/email/uit/{link_token(MAIL_OFF, subject)}/" if subject else ""


def named_in(text: str) -> list[Named]:
    """The deliveries that addresses of ours in a text name, in their order. What we did not make is passed over."""
    homes = {_parts(address) for address in (settings.MAIL_REPLY, settings.MAIL_BOUNCE)} - {("", "")}
    found = (_named(token) for name, token, domain in OURS.findall(text.lower()) if (name, domain) in homes)
    return list(dict.fromkeys(named for named in found if named))


def _address(purpose: Purpose, home: str, reference: str) -> str:
    subject = _subject(reference)
    name, domain = _parts(home)
    if not domain or subject is None:
        return ""
    token = link_token(f"mail:{purpose}", subject)
    small = base64.b32encode(base64.urlsafe_b64decode(token + "=")).decode().rstrip("=").lower()
    return f"{name}+{small}@{domain}"


def _named(small: str) -> Named | None:
    try:
        token = base64.urlsafe_b64encode(base64.b32decode(small.upper() + "====")).decode().rstrip("=")
    except binascii.Error:
        return None
    for purpose in PURPOSES:
        if subject := subject_of(f"mail:{purpose}", token):
            return Named(purpose, str(subject))
    return None


def _parts(address: str) -> tuple[str, str]:
    name, at, domain = address.strip().lower().rpartition("@")
    return (name, domain) if at and name else ("", "")


def _subject(reference: str) -> UUID | None:
    try:
        return UUID(reference)
    except ValueError:
        return None
