# SPDX-License-Identifier: EUPL-1.2
"""Number plates in a text, whole or in part, so that they can be kept from the group where the policy says so.

Dutch sidecodes 1 to 14 (RDW), Belgian plates since 1973 (1-ABC-234, ABC-123, 123-ABC), and what French, German and
Luxembourg plates look like. Pure, and linear in the length of the text.
"""

import re
from collections.abc import Iterator

from .spans import Span

_SHAPES = (
    *("AA-99-99", "99-99-AA", "99-AA-99", "AA-99-AA", "AA-AA-99", "99-AA-AA", "99-AAA-9"),
    *("9-AAA-99", "AA-999-A", "A-999-AA", "AAA-99-A", "A-99-AAA", "9-AA-999", "999-AA-9"),  # Dutch
    *("9-AAA-999", "AAA-999", "999-AAA"),  # Belgian
    "AA-999-AA",  # French
)
_DASH = "[-‐-―−·.]"


def _pattern(shape: str, between: str) -> str:
    signs = {"A": "[A-Za-z]", "9": "[0-9]"}
    return between.join(f"{signs[part[0]]}{{{len(part)}}}" for part in shape.split("-"))


_EDGE = r"(?<![^\W_])(?<![^\W_][-‐-―])(?:%s)(?![^\W_])(?![-‐-―][^\W_])"
_DASHED = re.compile(_EDGE % "|".join(_pattern(shape, f" ?{_DASH} ?") for shape in _SHAPES))
_SPACED = re.compile(_EDGE % "|".join(_pattern(shape, " ?") for shape in _SHAPES if len(shape) > 7))
_GERMAN = re.compile(r"(?<![^\W_])[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?[0-9]{1,4}[EH]?(?![^\W_])")
_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Za-z]{2}")
_NAMED = re.compile(
    r"\b(?:kentekens?|kentekenplaat|nummerplaat|nummerplaten|plaat|plaque|immatriculation|Kennzeichen|plate|licence)\b"
    r"(?:[ :]{1,2}(?:is|begint|begon|eindigt|met|op|deels|iets|als|commence|par|finit|beginnt|mit|starts|with))"
    r"{0,3}[ :]{0,2}([A-Z0-9]{1,5}(?:[- ]?[A-Z0-9]{1,4}){0,3})(?![^\W_])",
    re.IGNORECASE,
)


def plates_in(text: str) -> list[Span]:
    """Every plate in `text`, in order, none overlapping another."""
    spans: list[Span] = []
    for span in sorted(_candidates(text), key=lambda span: (span.start, -span.end)):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return spans


def _candidates(text: str) -> Iterator[Span]:
    for match in _DASHED.finditer(text):
        yield _span(text, match.start(), match.end())
    for match in _SPACED.finditer(text):
        found = match.group()
        if found.upper() == found and not _POSTCODE.fullmatch(found):
            yield _span(text, match.start(), match.end())
    for match in _GERMAN.finditer(text):
        yield _span(text, match.start(), match.end())
    for match in _NAMED.finditer(text):
        if any(sign.isdigit() for sign in match.group(1)):
            yield _span(text, match.start(1), match.start(1) + len(match.group(1).rstrip()))


def _span(text: str, start: int, end: int) -> Span:
    found = text[start:end]
    return Span(start, end, found, re.sub(r"[^0-9A-ZÄÖÜ]", "", found.upper()))
