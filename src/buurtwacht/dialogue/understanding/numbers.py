# SPDX-License-Identifier: EUPL-1.2
"""Choices by number, and times of day as people type them: "21u14", "kwart over 9", "half acht"."""

import re

MOST = 20  # choices in one answer

_ONLY_NUMBERS = re.compile(r"^\W*\d{1,2}(?:\W+(?:en |et |und |and )?\d{1,2})*\W*$")
_DIGITS = re.compile(r"(?<![\d:.u])(?:([01]?\d|2[0-3])\s?(?:[:.]|u(?:ur)?|h|uhr)\s?([0-5]\d))(?!\d)")
_WHOLE = re.compile(r"(?<!\d)([01]?\d|2[0-3])\s?(?:uur|u|h|heures?|uhr|o'clock)(?!\w)")
_COMPACT = re.compile(r"(?:\bom|\bat|\bum|\ba|\bgebeld|\bcalled) ([01]\d|2[0-3])([0-5]\d)(?!\d)")
_AT = re.compile(r"(?:(?:\b(?:om|at|um|a|rond|vers|gegen|around) )?)$")
_SPOKEN = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "eins": 1, "zwei": 2, "drei": 3, "funf": 5, "sechs": 6, "sieben": 7, "neun": 9,
    "zehn": 10, "zwolf": 12, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "une": 1,
}  # fmt: skip
_HOUR = rf"(\d{{1,2}}|{'|'.join(_SPOKEN)})"
_PARTS: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(pattern), minutes)
    for pattern, minutes in (
        (rf"\bkwart over {_HOUR}\b", 15),
        (rf"\bkwart voor {_HOUR}\b", -15),
        (rf"\bhalf {_HOUR}\b(?! past)", -30),
        (rf"\btien over {_HOUR}\b", 10),
        (rf"\bvijf over {_HOUR}\b", 5),
        (rf"\btien voor {_HOUR}\b", -10),
        (rf"\bvijf voor {_HOUR}\b", -5),
        (rf"\bviertel nach {_HOUR}\b", 15),
        (rf"\bviertel vor {_HOUR}\b", -15),
        (rf"\bhalb {_HOUR}\b", -30),
        (rf"\bquarter past {_HOUR}\b", 15),
        (rf"\bquarter to {_HOUR}\b", -15),
        (rf"\bhalf past {_HOUR}\b", 30),
        (rf"\b{_HOUR} ?h(?:eures?)? et quart\b", 15),
        (rf"\b{_HOUR} ?h(?:eures?)? et demie?\b", 30),
        (rf"\b{_HOUR} ?h(?:eures?)? moins (?:le )?quart\b", -15),
    )
)


def choices_in(plain_text: str) -> tuple[int, ...]:
    """The numbers, when the message is nothing else: "1,3" is (1, 3)."""
    if not _ONLY_NUMBERS.match(plain_text):
        return ()
    numbers = (int(one) for one in re.findall(r"\d{1,2}", plain_text))
    return tuple(dict.fromkeys(numbers))[:MOST]


def clock_in(plain_text: str) -> str:
    """The time of day that is named, as "21:14"; empty when there is none.

    "Kwart over 9" may be morning or evening: who reads it takes the last one before now (`on_the_clock`).
    """
    for pattern, minutes in _PARTS:
        if found := pattern.search(plain_text):
            return _written(_number(found[1]) * 60 + minutes)
    if found := _DIGITS.search(plain_text) or _COMPACT.search(plain_text):
        return _written(int(found[1]) * 60 + int(found[2]))
    found = _WHOLE.search(plain_text)
    return _written(int(found[1]) * 60) if found else ""


def without_clock(plain_text: str) -> str:
    for start, end in clock_spans(plain_text):
        plain_text = plain_text[:start] + " " * (end - start) + plain_text[end:]
    return plain_text


def clock_spans(plain_text: str) -> list[tuple[int, int]]:
    """Where times of day stand, with the small word in front of them."""
    patterns = (*(pattern for pattern, _ in _PARTS), _DIGITS, _COMPACT, _WHOLE)
    found = [each.span() for pattern in patterns for each in pattern.finditer(plain_text)]
    return [(_AT.search(plain_text[:start]).start(), end) for start, end in found]  # type: ignore[union-attr]


def _number(word: str) -> int:
    return _SPOKEN[word] if word in _SPOKEN else int(word)


def _written(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
