# SPDX-License-Identifier: EUPL-1.2
"""From bytes to text, in whichever way a spreadsheet or a phone wrote them."""

import codecs

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
NO_TEXT = {
    b"PK\x03\x04": "file_spreadsheet",
    b"\xd0\xcf\x11\xe0": "file_spreadsheet",
    b"%PDF": "file_not_text",
    b"\x89PNG": "file_not_text",
    b"\xff\xd8\xff": "file_not_text",
}
BEGIN = "BEGIN:VCARD"


class UnreadableFile(Exception):
    """The whole file says nothing to us. `code` tells why; `sentences.py` has the words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16, else what Windows writes (cp1252), else Latin-1.

    Raises `UnreadableFile` for what holds no text.
    """
    for start, code in NO_TEXT.items():
        if data.startswith(start):
            raise UnreadableFile(code)
    text = _text(data)
    if not text.strip():
        raise UnreadableFile("file_empty")
    if "\0" in text:
        raise UnreadableFile("file_not_text")
    return text


def _text(data: bytes) -> str:
    encodings = [name for bom, name in BOMS if data.startswith(bom)] or [*_without_bom(data), "utf-8", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _without_bom(data: bytes) -> list[str]:
    """UTF-16 that does not say so: every other byte of western text is zero."""
    start = data[:1000]
    if start[1::2].count(0) > len(start) / 4:
        return ["utf-16-le"]
    return ["utf-16-be"] if start[::2].count(0) > len(start) / 4 else []


def kind_of(text: str) -> str:
    """ "vcard" for contacts of a phone, "csv" for everything else."""
    return "vcard" if text.lstrip()[: len(BEGIN)].upper() == BEGIN else "csv"
