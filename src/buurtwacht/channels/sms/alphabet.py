# SPDX-License-Identifier: EUPL-1.2
"""The alphabet of a text message: GSM 7 bits (3GPP TS 23.038, section 6.2.1), and what it costs to leave it. Pure."""

import re
import unicodedata

TABLE = (  # in the order of the codes, without the escape at 27
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
BASIC = frozenset(TABLE)
EXTENDED = frozenset("\f^{}\\[~]|€")  # these take the room of two
LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\t", " "),
        **dict(zip("…•·×±°⁄÷→", ("...", "-", "-", "x", "+/-", " ", "/", "/", "->"), strict=True)),
        **dict(zip("œŒłŁđĐıþð", ("oe", "OE", "l", "L", "d", "D", "i", "th", "d"), strict=True)),
    }
)
UNSEEN = frozenset({"Cf", "Cc", "Co", "Cn", "Cs"})
PICTURES = frozenset({"So", "Sk"})
PICTURE_MARKS = frozenset("\u20e3\ufe0e\ufe0f")  # they make a picture of the sign before them


def in_gsm(text: str) -> bool:
    """Can this be sent with 7 bits a sign?"""
    return all(sign in BASIC or sign in EXTENDED for sign in text)


def written_plainly(text: str) -> str:
    """The text in the GSM alphabet: "één" stays, "ruïne" becomes "ruine", a picture goes.

    A text that would lose letters that way (Arabic, Cyrillic) keeps all of its letters, and costs more to send.
    """
    tidy = _tidy(text)
    plain = _tidy("".join(_plain(sign) for sign in tidy.translate(LOOKALIKES)))
    return plain if in_gsm(plain) else tidy


def _plain(sign: str) -> str:
    """The sign in the GSM alphabet; a letter that is not in it stays, anything else goes."""
    if in_gsm(sign):
        return sign
    spread = unicodedata.normalize("NFKD", sign).translate(LOOKALIKES)
    base = "".join(part for part in spread if not unicodedata.combining(part))
    if in_gsm(base):
        return base
    return sign if unicodedata.category(sign)[0] in "LMN" else ""


def _tidy(text: str) -> str:
    """Without pictures and signs that nobody sees, and without empty lines."""
    together = unicodedata.normalize("NFC", "".join(sign for sign in text if _is_seen(sign)))
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in together.split("\n"))
    return "\n".join(line for line in lines if line)


def _is_seen(sign: str) -> bool:
    if sign.isspace():
        return True
    kind = unicodedata.category(sign)
    is_picture = kind in PICTURES and not sign.isascii() and sign not in "°´¨"
    return not (kind in UNSEEN or is_picture or sign in PICTURE_MARKS)
