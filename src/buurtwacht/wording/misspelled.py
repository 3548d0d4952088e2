# SPDX-License-Identifier: EUPL-1.2
"""How a word may be misspelled: two letters swapped, one left out, one typed twice, or written as it sounds."""

import re
from collections.abc import Iterator

_SWAPPED, _SHORTENED = 3, 5  # letters at least
_RUN = re.compile(r"(.)\1+")
_SOUNDS = (
    *(("sch", "sg"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("c", "k")),
    *(("ij", "y"), ("ei", "y"), ("ie", "i"), ("au", "ou"), ("oe", "u"), ("v", "f"), ("z", "s")),
)


def misspellings(word: str) -> Iterator[str]:
    """`word` with two neighbours swapped, and with one letter left out; short words are left alone."""
    if len(word) >= _SWAPPED:
        for at in range(len(word) - 1):
            if word[at] != word[at + 1]:
                yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if len(word) >= _SHORTENED:
        for at in range(1, len(word)):
            yield word[:at] + word[at + 1 :]


def squeezed(word: str) -> str:
    """Every letter once where it stands several times in a row."""
    return _RUN.sub(r"\1", word)


def sound(word: str) -> str:
    """A rough spelling by ear, the same for words that sound alike in Dutch: vlikker is flikker."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = squeezed(word)
    return word[:-1] + "t" if word.endswith("d") else word
