# SPDX-License-Identifier: EUPL-1.2
"""Codes with which somebody connects a channel: START-7K2M9Q. Pure: what one looks like, and where one is in a text."""

import re
import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without what looks alike: 0 and O, 1, I and L, U and V
LENGTH = 6  # 30 ** 6: over seven hundred million, and wrong codes are counted
WORD = "START"

_CODE = re.compile(rf"\b{WORD}[\s_–-]?([{ALPHABET}]{{{LENGTH}}})\b", re.IGNORECASE)


def fresh() -> str:
    """A new code, that nobody can guess."""
    return f"{WORD}-{''.join(secrets.choice(ALPHABET) for _place in range(LENGTH))}"


def code_in(text: str) -> str:
    """The code in what somebody wrote, in its one spelling; nothing when there is none."""
    found = _CODE.search(text)
    return f"{WORD}-{found[1].upper()}" if found else ""
