# SPDX-License-Identifier: EUPL-1.2
"""Small things every sentence needs."""

import re
from collections.abc import Iterable

_END = re.compile(r"[.?!…]$")
_FIRST_SENTENCE = re.compile(r"^(.+?[.?!])(?:\s+|$)(.*)$", re.DOTALL)


def one_line(text: str) -> str:
    return " ".join(text.split())


class AsWritten(str):
    """A name, such as the make of a car: it keeps its capital wherever it stands."""

    __slots__ = ()


def sentence(*parts: str) -> str:
    """The parts as one sentence: a capital in front, commas between, a full stop. Empty parts are left out."""
    told = [(one_line(part).rstrip("."), isinstance(part, AsWritten)) for part in parts if one_line(part).rstrip(".")]
    if not told:
        return ""
    (first, _), *rest = told
    words = ", ".join([first[0].upper() + first[1:], *(part if kept else lowered(part) for part, kept in rest)])
    return words if _END.search(words) else words + "."


def lowered(part: str) -> str:
    """Without its capital, unless the next letter shows that it is an abbreviation, a size or a plate."""
    return part if len(part) < 2 or not part[1].islower() else part[0].lower() + part[1:]


def joined(sentences: Iterable[str]) -> str:
    return " ".join(one for one in sentences if one)


def split_first(text: str) -> tuple[str, str]:
    """The first sentence without its full stop, and the rest."""
    plain = one_line(text)
    found = _FIRST_SENTENCE.match(plain)
    first, rest = (found[1], found[2]) if found else (plain, "")
    return first.removesuffix("."), rest
