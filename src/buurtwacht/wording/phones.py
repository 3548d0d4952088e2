# SPDX-License-Identifier: EUPL-1.2
"""Telephone numbers in a text. Public numbers for help are not meant. Pure, and linear in the length of the text.

Dutch numbers have ten digits (Nummerplan telefoon- en ISDN-diensten), Belgian ones nine, mobile ten (BIPT);
abroad seven to fifteen after the plus (ITU-T E.164).
"""

import re

from .spans import Span

_RUN = re.compile(r"(?<![\w+])(?:\+|00)?[0-9(](?:[0-9]|[ ()./–-](?=[0-9()])|[ )](?=[ (-])){5,22}(?![\w])")
_DATE = re.compile(r"(?<!\d)(?:\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)")
_NOT_DIGITS = re.compile(r"[^0-9]")
_HELP = re.compile(r"0?(?:800|900)\d+|0?88\d{8}")  # free and paid numbers: 0900-8844, 0800-7000
_NATIONAL = re.compile(
    r"06[1-9]\d{7}"  # Dutch mobile
    r"|04[5-9]\d{7}"  # Belgian mobile
    r"|0[1-57][0-9]\d{7}"  # Dutch
    r"|0[1-9]\d{7}"  # Belgian
)
_ABROAD = re.compile(r"(?:\+|00)[1-9]\d{6,14}")


def phones_in(text: str) -> list[Span]:
    """Every telephone number in `text`, with its digits as value. Dates, times, 112 and 0900-8844 are none."""
    masked = _DATE.sub(lambda match: "x" * len(match.group()), text)
    return [span for match in _RUN.finditer(masked) if (span := _span(text, match))]


def _span(text: str, match: re.Match[str]) -> Span | None:
    end = match.end() - (len(match.group()) - len(match.group().rstrip(" (")))
    found = text[match.start() : end]
    digits = _NOT_DIGITS.sub("", found.replace("(0)", ""))
    value = f"+{digits}" if found.startswith("+") else digits
    if _ABROAD.fullmatch(value) or (_NATIONAL.fullmatch(value) and not _HELP.fullmatch(value)):
        return Span(match.start(), end, found, value)
    return None
