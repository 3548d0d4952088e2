# SPDX-License-Identifier: EUPL-1.2
"""Codes with which a room is attached to a group: KAMER-7K2M9Q. Pure: what one looks like, where one is in a text."""

import re
import secrets

from buurtwacht.people.codes import ALPHABET, LENGTH

WORD = "KAMER"

_CODE = re.compile(rf"\b{WORD}[\s_–-]?([{ALPHABET}]{{{LENGTH}}})\b", re.IGNORECASE)


def fresh_code() -> str:
    """A new code, that nobody can guess."""
    return f"{WORD}-{''.join(secrets.choice(ALPHABET) for _place in range(LENGTH))}"


def room_code_in(text: str) -> str:
    """The code in what somebody typed in a room, in its one spelling; "" when there is none."""
    found = _CODE.search(text)
    return f"{WORD}-{found[1].upper()}" if found else ""
