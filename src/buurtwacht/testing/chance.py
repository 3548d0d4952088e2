# SPDX-License-Identifier: EUPL-1.2
"""What chance puts on a page: whoever looks for a short word must not find it there by accident."""

import re

_KEY = r"[0-9A-Za-z]{64}"  # of a form, made anew for every page
_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_LINK = r"(?<![\w-])[\w-]{43}(?![\w-])"  # 32 bytes in base64, as `lib.links` writes them
_CHANCE = re.compile(f"{_ID}|{_KEY}|{_LINK}")


def without_chance(words: str) -> str:
    """The page or the letter without keys, ids and the tokens of links, in which any three letters may stand."""
    return _CHANCE.sub("", words)
