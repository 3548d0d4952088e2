# SPDX-License-Identifier: EUPL-1.2
"""From words to the bytes of text messages and back (3GPP TS 23.038 and 23.040, SMPP 3.4 section 5.2.19). Pure."""

from dataclasses import dataclass

from buurtwacht.channels.sms.alphabet import TABLE, in_gsm

ESCAPE = "\x1b"
SIGNS = TABLE[:27] + ESCAPE + TABLE[27:]  # each sign at the place of its code; an octet holds one septet
SHIFTED = dict(zip(b"\x0a\x14\x28\x29\x2f\x3c\x3d\x3e\x40\x65", "\f^{}\\[~]|€", strict=True))
CODES = {sign: bytes((code,)) for code, sign in enumerate(SIGNS)} | {
    sign: bytes((0x1B, code)) for code, sign in SHIFTED.items()
}
DEFAULT, ASCII, BINARY, LATIN1, UCS2 = 0x00, 0x01, 0x02, 0x03, 0x08
ALPHABETS = {ASCII: "latin-1", LATIN1: "latin-1", 0x06: "iso8859-5", 0x07: "iso8859-8"}
HEADER_FOLLOWS = 0x40  # in esm_class: the text begins with a user data header
CONCATENATED, CONCATENATED_16 = 0x00, 0x08  # 3GPP TS 23.040, sections 9.2.3.24.1 and 9.2.3.24.8


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of how many this is, of the text with this number."""

    text: int
    of: int
    number: int


def encoded(words: str, alphabet: str) -> tuple[int, list[bytes]]:
    """The coding and the signs, each in its own bytes, so that none is torn apart."""
    if not in_gsm(words):
        return UCS2, [sign.encode("utf-16-be") for sign in words]
    if alphabet == "latin1":
        coding, name = (LATIN1, "latin-1") if all(ord(sign) < 0x100 for sign in words) else (UCS2, "utf-16-be")
        return coding, [sign.encode(name) for sign in words]
    return DEFAULT, [CODES[sign] for sign in words]


def cut(signs: list[bytes], coding: int) -> list[bytes]:
    """As many pieces as messages are needed: 160 signs in one, 153 each in more; outside GSM 140 bytes, or 134."""
    alone, each = (160, 153) if coding == DEFAULT else (140, 134)
    if sum(map(len, signs)) <= alone:
        return [b"".join(signs)]
    pieces = [b""]
    for sign in signs:
        if len(pieces[-1]) + len(sign) > each:
            pieces.append(b"")
        pieces[-1] += sign
    return pieces


def headed(piece: bytes, part: Part) -> bytes:
    """A piece with the header that lets a phone put the text together."""
    return bytes((5, CONCATENATED, 3, part.text & 0xFF, part.of, part.number)) + piece


def decoded(data: bytes, coding: int, alphabet: str) -> str | None:
    """The words; None for what holds no words, such as settings for a phone."""
    if coding == UCS2 or coding & 0xEC == 0x08:
        return data.decode("utf-16-be", errors="replace")
    if coding == ASCII and any(code < 0x20 and code not in b"\n\r" for code in data):
        return _from_gsm(data)  # some libraries write 1 and send GSM; no text in ASCII has such signs
    if coding in ALPHABETS or (coding == DEFAULT and alphabet == "latin1"):
        return data.decode(ALPHABETS.get(coding, "latin-1"), errors="replace")
    if coding == BINARY:
        return None
    is_default = coding == DEFAULT or coding & 0xF4 == 0xF0 or coding & 0xEC == 0x00 or coding & 0xE0 == 0xC0
    return _from_gsm(data) if is_default else None


def parted(data: bytes) -> tuple[bytes, Part | None]:
    """The text without its header, and which part it is. What is no header is left in the text."""
    end = data[0] + 1 if data else 0
    if not 0 < end <= len(data):
        return data, None
    part, at = None, 1
    while at + 1 < end:
        kind, value = data[at], data[at + 2 : min(at + 2 + data[at + 1], end)]
        if kind == CONCATENATED and len(value) == 3:
            part = Part(value[0], value[1], value[2])
        elif kind == CONCATENATED_16 and len(value) == 4:
            part = Part(int.from_bytes(value[:2]), value[2], value[3])
        at += 2 + data[at + 1]
    return data[end:], part


def _from_gsm(data: bytes) -> str:
    words, shifted = [], False
    for code in data:
        if code == 0x1B and not shifted:
            shifted = True
            continue
        sign = SIGNS[code] if code < len(SIGNS) else "?"
        words.append(SHIFTED.get(code, sign) if shifted else sign)
        shifted = False
    return "".join(words)
