# SPDX-License-Identifier: EUPL-1.2
"""How many messages a text takes: 160 signs in one, 153 each in more; half of that and less outside GSM. Pure.

3GPP TS 23.040, section 9.2.3.24.1: a text of more than one message gives up 6 bytes of each to say which it is.
"""

from .alphabet import EXTENDED, in_gsm


def segments(text: str) -> int:
    """The messages that a phone puts together again to this text. Each is paid for."""
    gsm = in_gsm(text)
    alone, each = (160, 153) if gsm else (70, 67)
    widths = [_width(sign, gsm) for sign in text]
    if sum(widths) <= alone:
        return 1
    count, left = 1, each
    for width in widths:  # a sign of two is not torn apart
        if width > left:
            count, left = count + 1, each
        left -= width
    return count


def _width(sign: str, gsm: bool) -> int:
    """In GSM the number of septets; else of UTF-16 units, of which a rare sign takes two."""
    return 1 + (sign in EXTENDED if gsm else ord(sign) > 0xFFFF)
