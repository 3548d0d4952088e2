# SPDX-License-Identifier: EUPL-1.2
"""Who is who on Matrix. Pure, but for the settings."""

import re

from django.conf import settings
from django.utils.translation import gettext as _

from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.errors import DomainError

APPSERVICE = "buurtwacht"  # our name in the registration file
BOT = "buurtwacht"  # who speaks for us: @buurtwacht:server
RESERVED = "buurt_"  # users and aliases that begin with this are ours alone
OWN_KEY = "org.buurtwacht"  # what we add to our own events and account data

LONGEST = 255  # bytes, in every identifier (Matrix specification, appendices)
_SERVER = r"[A-Za-z0-9.\-\[\]:]{1,230}"
_PERSON = re.compile(rf"@[\x21-\x39\x3b-\x7e]+:{_SERVER}")
_ROOM = re.compile(rf"![A-Za-z0-9._~=/+\-]+(?::{_SERVER})?")  # from room version 12 on, there is no server in it


def bot_id() -> str:
    return f"@{BOT}:{settings.MATRIX_SERVER_NAME}"


def is_ours(user: str) -> bool:
    """One of our own users: what they say, we said ourselves."""
    return user == bot_id() or (user.startswith(f"@{RESERVED}") and user.endswith(f":{settings.MATRIX_SERVER_NAME}"))


def person_named(text: str) -> str:
    """A Matrix user id. Raises `DomainError` for anything else, and for our own users."""
    tidy = text.strip()
    if not _PERSON.fullmatch(tidy) or len(tidy) > LONGEST or is_ours(tidy):
        raise DomainError(_("This is not a Matrix address. It looks like @name:example.org."))
    return tidy


def room_named(text: str) -> str:
    """The id of a room. Raises `DomainError` for anything else; an alias may point elsewhere tomorrow."""
    tidy = text.strip()
    if not _ROOM.fullmatch(tidy) or len(tidy) > LONGEST:
        raise DomainError(_("This is not the id of a room. It stands in the settings of the room, under “Advanced”."))
    return tidy


def mark_of(person: str) -> str:
    """A short name for a person, for where their own would be readable by others."""
    return fingerprint(person, "matrix:direct")[:24]
