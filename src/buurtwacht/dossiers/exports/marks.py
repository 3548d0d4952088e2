# SPDX-License-Identifier: EUPL-1.2
"""Characters that nobody sees: marks of writing direction, and spaces that do not break."""

import re

MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
MARK = f"[{MARKS}]*"
SPACE = "[ \u00a0\u202f\u2009]"
LEFT_TO_RIGHT = "\u200e"  # WhatsApp on an iPhone puts it before words of its own

_SPACES = re.compile(SPACE)
_GONE = dict.fromkeys(map(ord, MARKS))


def without_marks(text: str) -> str:
    """The text without marks, with ordinary spaces."""
    if text.isprintable():
        return text
    return _SPACES.sub(" ", text.translate(_GONE))
