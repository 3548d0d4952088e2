# SPDX-License-Identifier: EUPL-1.2
"""One HTTP/2 connection without a network: a test writes what the other side says, and reads what we answer."""

import asyncio
from typing import Any

from buurtwacht.channels.webpush.http2 import frames
from buurtwacht.channels.webpush.http2.connection import Connection
from buurtwacht.channels.webpush.http2.frames import Kind, Reader
from buurtwacht.channels.webpush.push import Push

YES = b"\x89"  # :status 204
SETTINGS = frames.settings(MAX_CONCURRENT_STREAMS=10)


class Wire:
    """A transport that keeps what is written, over TLS with ALPN "h2" if anybody asks."""

    def __init__(self) -> None:
        self.written = b""
        self.is_closed = False
        self.is_aborted = False
        self.unread = 0

    def get_extra_info(self, name: str) -> Any:
        return self if name == "ssl_object" else None

    def selected_alpn_protocol(self) -> str:
        return "h2"

    def write(self, data: bytes) -> None:
        self.written += data

    def get_write_buffer_size(self) -> int:
        return self.unread

    def close(self) -> None:
        self.is_closed = True

    def abort(self) -> None:
        self.is_aborted = True

    def frames(self) -> list[frames.Frame]:
        """What was written since the last time."""
        data, self.written = self.written.removeprefix(frames.PREFACE), b""
        return list(Reader().frames(data))

    def kinds(self) -> list[int]:
        return [kind for kind, *_ in self.frames()]


class Story:
    """A connection with some pushes under way."""

    def __init__(self, pushes: int = 1, settings: bytes = SETTINGS) -> None:
        self.wire = Wire()
        self.found: list[Any] = []
        self.lost: list[Push] = []
        self.connection = Connection("push.example", lambda: None, lambda _, pushes: self.lost.extend(pushes))
        self.connection.connection_made(self.wire)
        self.connection.data_received(settings)
        self.wire.written = b""
        for _ in range(pushes):
            self.connection.send(Push(b"/s", ((b"ttl", b"9"),), b"body", self.found.append))
        self.connection.flush()

    def hear(self, *parts: bytes) -> list[Any]:
        for part in parts:
            self.connection.data_received(part)
        return self.found


def run(story: Any) -> Any:
    async def whole() -> Any:
        return story()

    return asyncio.run(whole())


def headers(stream: int = 1, flags: int = frames.END_HEADERS | frames.END_STREAM, block: bytes = YES) -> bytes:
    return frames.frame(Kind.HEADERS, flags, stream, block)
