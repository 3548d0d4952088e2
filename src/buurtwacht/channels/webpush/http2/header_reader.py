# SPDX-License-Identifier: EUPL-1.2
"""Answers out of HPACK. We forbid the peer a table, so that a block can be read by itself, or not at all.

Most answers are a yes of which only the status matters: that is recognised from its first bytes. Everything else goes
through the `hpack` library.
"""

from hpack import Decoder, Encoder
from hpack.exceptions import HPACKError

from buurtwacht.channels.answers import Answer

from .frames import Broken, Error

LONGEST_LIST = 65_536
INDEXED = {0x88: Answer(200), 0x89: Answer(204)}


def _beginnings() -> dict[bytes, Answer]:
    """How a block with this status may begin: literal, with or without indexing, with or without Huffman coding."""
    found = {}
    for status in (200, 201, 202, 204):
        text = str(status).encode()
        coded = Encoder().huffman_coder.encode(text)
        for first in (b"\x08", b"\x18", b"\x48"):
            found[first + b"\x03" + text] = Answer(status)
            found[first + bytes((0x80 | len(coded),)) + coded] = Answer(status)
    return found


BEGINNINGS = _beginnings()


class HeaderReader:
    """One per connection."""

    def __init__(self) -> None:
        self._decoder = Decoder(max_header_list_size=LONGEST_LIST)
        self._decoder.header_table_size = 0
        self._decoder.max_allowed_table_size = 0

    def answer(self, block: bytes) -> Answer:
        """The status; other headers only when it is not a yes. Raises `Broken`."""
        if block[:1] == b"\x20":  # "the table has size 0", as we asked
            block = block[1:]
        known = INDEXED.get(block[0]) if block else None
        return known or BEGINNINGS.get(block[:4]) or BEGINNINGS.get(block[:5]) or self._read(block)

    def _read(self, block: bytes) -> Answer:
        try:
            pairs = self._decoder.decode(block, raw=True)
            headers = {bytes(name).decode("latin-1"): bytes(value).decode("latin-1") for name, value in pairs}
            return Answer(int(headers.pop(":status")), headers)
        except (HPACKError, KeyError, ValueError) as error:
            raise Broken(Error.COMPRESSION_ERROR) from error
