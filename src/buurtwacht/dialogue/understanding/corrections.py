# SPDX-License-Identifier: EUPL-1.2
"""How somebody says that what they told was not right: "correctie: Merelweg 40", "ik bedoel een vrouw", "*Merelweg"."""

import re
from functools import cache

from .tables import TABLES

_STAR = r"\*\s?(?=\w)(?!.*\*)"  # as in chats; with a second star it is a word in bold
_AFTER = r"[\s:;,.!=>-]*"


def correction_in(text: str) -> str | None:
    """What is right now, in any of our languages; None where nothing is corrected, empty where it is not said yet."""
    begun = _beginning().match(text)
    return text[begun.end() :].strip() if begun else None


@cache
def _beginning() -> re.Pattern[str]:
    words = "|".join(f"(?:{piece})" for table in TABLES.values() for piece in table.correction)
    return re.compile(rf"\s*(?:{_STAR}|(?:sorry|pardon)?[\s,]*(?:{words})(?!\w){_AFTER})", re.IGNORECASE | re.DOTALL)
