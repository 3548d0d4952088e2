# SPDX-License-Identifier: EUPL-1.2
"""Frames of HTTP/2 (RFC 9113, sections 4 and 6): nine bytes that say what follows, and then that."""

import struct
from collections.abc import Iterator
from enum import IntEnum

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
LARGEST = 16_384  # the largest frame that anybody may send us, because we never ask for larger ones
DEFAULT_WINDOW = 65_535

END_STREAM = ACK = 0x1
END_HEADERS = 0x4
PADDED = 0x8
PRIORITY = 0x20


class Kind(IntEnum):
    DATA = 0
    HEADERS = 1
    PRIORITY = 2
    RST_STREAM = 3
    SETTINGS = 4
    PUSH_PROMISE = 5
    PING = 6
    GOAWAY = 7
    WINDOW_UPDATE = 8
    CONTINUATION = 9


class Setting(IntEnum):
    HEADER_TABLE_SIZE = 1
    ENABLE_PUSH = 2
    MAX_CONCURRENT_STREAMS = 3
    INITIAL_WINDOW_SIZE = 4


class Error(IntEnum):
    NO_ERROR = 0
    PROTOCOL_ERROR = 1
    FLOW_CONTROL_ERROR = 3
    FRAME_SIZE_ERROR = 6
    REFUSED_STREAM = 7
    CANCEL = 8
    COMPRESSION_ERROR = 9


class Broken(Exception):
    """They do not keep to the protocol; the connection cannot go on."""

    def __init__(self, code: Error) -> None:
        super().__init__(code.name)
        self.code = code


_HEAD = struct.Struct(">IBI")

Frame = tuple[int, int, int, bytes]
"""Kind, flags, stream, payload."""


def head(size: int, kind: int, flags: int, stream: int) -> bytes:
    return _HEAD.pack(size << 8 | kind, flags, stream)


def frame(kind: int, flags: int, stream: int, payload: bytes = b"") -> bytes:
    return head(len(payload), kind, flags, stream) + payload


def settings(**values: int) -> bytes:
    return frame(
        Kind.SETTINGS, 0, 0, b"".join(struct.pack(">HI", Setting[name], value) for name, value in values.items())
    )


class Reader:
    """Cuts what arrives into frames."""

    def __init__(self) -> None:
        self._rest = b""

    def frames(self, data: bytes) -> Iterator[Frame]:
        """The frames that are complete. Raises `Broken` for one that is too large."""
        data = self._rest + data if self._rest else data
        start, end = 0, len(data)
        while end - start >= 9:
            size = int.from_bytes(data[start : start + 3], "big")
            if size > LARGEST:
                raise Broken(Error.FRAME_SIZE_ERROR)
            after = start + 9 + size
            if after > end:
                break
            stream = int.from_bytes(data[start + 5 : start + 9], "big") & 0x7FFFFFFF
            yield data[start + 3], data[start + 4], stream, data[start + 9 : after]
            start = after
        self._rest = data[start:]


def unpadded(flags: int, payload: bytes) -> bytes:
    """The payload of HEADERS or DATA without padding and priority."""
    start, end = 0, len(payload)
    if flags & PADDED:
        if not payload:
            raise Broken(Error.FRAME_SIZE_ERROR)
        start, end = 1, end - payload[0]
    if flags & PRIORITY:
        start += 5
    if start > end:
        raise Broken(Error.PROTOCOL_ERROR)
    return payload[start:end]


def settings_in(payload: bytes) -> Iterator[tuple[int, int]]:
    if len(payload) % 6:
        raise Broken(Error.FRAME_SIZE_ERROR)
    return struct.iter_unpack(">HI", payload)


def number_in(payload: bytes, start: int = 0) -> int:
    """Four bytes as a number of 31 bits."""
    if len(payload) < start + 4:
        raise Broken(Error.FRAME_SIZE_ERROR)
    return int.from_bytes(payload[start : start + 4], "big") & 0x7FFFFFFF
