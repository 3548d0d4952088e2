# SPDX-License-Identifier: EUPL-1.2
"""Request headers as HPACK (RFC 7541). Headers that come back stand in the peer's table and cost one or two bytes."""

from collections import deque

from buurtwacht.channels.webpush.headers import Fields

DEFAULT_TABLE = 4096
ENTRY_OVERHEAD = 32  # RFC 7541, section 4.1
FIRST_DYNAMIC = 62
METHOD_AND_SCHEME = b"\x83\x87"  # :method POST and :scheme https, from the static table
PATH_NAME = b"\x14"  # :path, never indexed: whoever knows this path may send to the browser (section 7.1.3)
CONTENT_LENGTH_NAME = b"\x0f\x0d"  # content-length, not indexed


class HeaderEncoder:
    """One per connection; its table mirrors the peer's."""

    def __init__(self, authority: str) -> None:
        self._authority = (b":authority", authority.encode())
        self._limit = DEFAULT_TABLE
        self._size = 0
        self._made = 0  # entries ever made; the newest has index 62
        self._number: dict[tuple[bytes, bytes], int] = {}
        self._oldest_first: deque[tuple[bytes, bytes]] = deque()
        self._prefix = b""
        self._last: tuple[Fields, int, bytes] = ((), -1, b"")

    def shrink(self, limit: int) -> None:
        """Obey a peer that wants a smaller table. A larger one is never used."""
        if limit < self._limit:
            self._limit = limit
            self._make_room(0)
            self._prefix = integer(limit, 5, 0x20)
            self._last = ((), -1, b"")

    def block(self, path: bytes, fields: Fields, size: int) -> bytes:
        """The header block of a POST with a body of `size` bytes."""
        prefix, self._prefix = self._prefix, b""
        start = prefix + METHOD_AND_SCHEME + PATH_NAME
        length = b"%d" % size
        end = CONTENT_LENGTH_NAME + bytes((len(length),)) + length
        return start + string(path) + self._repeated(fields) + end

    def _repeated(self, fields: Fields) -> bytes:
        """The same headers as the last time are the same bytes, as long as the table has not changed."""
        last, made, packed = self._last
        if made == self._made and last == fields:
            return packed
        before = self._made
        packed = b"".join([self._field(each) for each in (self._authority, *fields)])
        if before == self._made:
            self._last = (fields, self._made, packed)
        return packed

    def _field(self, field: tuple[bytes, bytes]) -> bytes:
        number = self._number.get(field)
        if number is not None:
            return integer(FIRST_DYNAMIC + self._made - number, 7, 0x80)
        literal = string(field[0]) + string(field[1])
        if _cost(field) > self._limit:
            return b"\x00" + literal
        self._make_room(_cost(field))
        self._made += 1
        self._number[field] = self._made
        self._oldest_first.append(field)
        self._size += _cost(field)
        return b"\x40" + literal

    def _make_room(self, needed: int) -> None:
        while self._oldest_first and self._size + needed > self._limit:
            oldest = self._oldest_first.popleft()
            del self._number[oldest]
            self._size -= _cost(oldest)


def integer(value: int, bits: int, first: int) -> bytes:
    """A number with a prefix of `bits` bits (RFC 7541, section 5.1)."""
    most = (1 << bits) - 1
    if value < most:
        return bytes((first | value,))
    found, value = [first | most], value - most
    while value >= 128:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes((*found, value))


def string(text: bytes) -> bytes:
    """A string without Huffman coding (section 5.2): our own bytes are cheaper than their time."""
    return integer(len(text), 7, 0) + text


def _cost(field: tuple[bytes, bytes]) -> int:
    return len(field[0]) + len(field[1]) + ENTRY_OVERHEAD
