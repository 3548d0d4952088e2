# SPDX-License-Identifier: EUPL-1.2
"""One HTTP/2 connection to a push service."""

import asyncio
from collections.abc import Callable
from typing import cast

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.webpush.encryption import RECORD_BYTES
from buurtwacht.channels.webpush.push import Push

from . import frames
from .frames import Broken, Error, Kind
from .header_encoder import HeaderEncoder
from .receiver import Receiver
from .stream import Stream

ANSWER_SECONDS = 10.0
SILENT_SECONDS = 3.0  # after this long without a byte while we wait, we ask whether anybody is there
LAST_STREAM = 0x7FFFFFFF
FLUSH_PIECES = 256
MOST_UNREAD = 1_000_000  # bytes that they have us write and do not read: nobody honest comes near it


class NotHttp2(Exception):
    """They speak HTTP/1.1 only."""


class Connection(Receiver, asyncio.Protocol):
    """Sends pushes and hands each its answer.

    `on_room` is called when there may be room for more; `on_lost` once, at the end, with the pushes that have had no
    answer. Whoever calls `send` asks `has_room` first and calls `flush` after.
    """

    def __init__(
        self, authority: str, on_room: Callable[[], None], on_lost: Callable[["Connection", list[Push]], None]
    ) -> None:
        super().__init__()
        self._loop = asyncio.get_running_loop()
        self._encoder = HeaderEncoder(authority)
        self._on_room = on_room
        self._on_lost = on_lost
        self._next = 1
        self._out: list[bytes] = []
        self._paused = False
        self._heard_at = self._loop.time()
        self._asked_at = 0.0
        self._transport: asyncio.Transport
        self.ready: asyncio.Future[None] = self._loop.create_future()

    @property
    def has_room(self) -> bool:
        return (
            len(self.streams) < self.most_streams
            and self.window >= RECORD_BYTES
            and not self._paused
            and not self.closing
            and self._next <= LAST_STREAM
        )

    @property
    def is_idle(self) -> bool:
        return not self.streams

    def quiet_seconds(self) -> float:
        """How long nothing has come from the other side."""
        return self._loop.time() - self._heard_at

    def send(self, push: Push) -> None:
        number, self._next = self._next, self._next + 2
        push.tries += 1
        stream = self.streams[number] = Stream(push, self._loop.time())
        if len(self.streams) == 1:
            self._heard_at = stream.since
        body = push.body
        block = self._encoder.block(push.path, push.fields, len(body))
        self._out += (frames.head(len(block), Kind.HEADERS, frames.END_HEADERS, number), block)
        self.window -= len(body)
        if len(body) <= self.stream_window:
            self._out += (frames.head(len(body), Kind.DATA, frames.END_STREAM, number), body)
        else:
            stream.rest, stream.window = body, self.stream_window
            self.send_rest(number, stream)
        if len(self._out) >= FLUSH_PIECES:
            self.flush()

    def flush(self) -> None:
        if self._out:
            self._transport.write(b"".join(self._out))
            self._out.clear()

    def take_unanswered(self) -> list[Push]:
        """Pushes that the other side gave back without looking at them."""
        found, self.unanswered = self.unanswered, []
        return found

    def put(self, frame: bytes) -> None:
        self._out.append(frame)

    def shrink_table(self, size: int) -> None:
        self._encoder.shrink(size)

    def settled(self) -> None:
        if not self.ready.done():
            self.ready.set_result(None)

    def sweep(self) -> None:
        """Called now and then: give up on answers that do not come, and on a peer that is not there."""
        now = self._loop.time()
        for number, stream in list(self.streams.items()):
            if now - stream.since < ANSWER_SECONDS:
                break  # streams stand in the order in which they began
            self.forget(number)
            self.put(frames.frame(Kind.RST_STREAM, 0, number, Error.CANCEL.to_bytes(4, "big")))
            stream.push.done(stream.answer or DeliveryFailed("no answer in time", permanent=False))
        if self.streams and now - self._heard_at > SILENT_SECONDS:
            self._ask(now)
        self.flush()

    def close(self, code: Error = Error.NO_ERROR) -> None:
        self.closing = True
        self.put(frames.frame(Kind.GOAWAY, 0, 0, bytes(4) + code.to_bytes(4, "big")))
        self.flush()
        self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        security = transport.get_extra_info("ssl_object")
        if security is None or security.selected_alpn_protocol() != "h2":
            self.ready.set_exception(NotHttp2())
            transport.close()
            return
        self.put(frames.PREFACE + frames.settings(HEADER_TABLE_SIZE=0, ENABLE_PUSH=0))
        self.flush()

    def data_received(self, data: bytes) -> None:
        self._heard_at = self._loop.time()
        self._asked_at = 0.0
        try:
            self.take(data)
        except Broken as error:
            self.close(error.code)
            return
        if self.closing and not self.streams:
            self.close()
            return
        self._on_room()
        self.flush()
        if self._transport.get_write_buffer_size() > MOST_UNREAD:
            self._transport.abort()

    def pause_writing(self) -> None:
        self._paused = True

    def resume_writing(self) -> None:
        self._paused = False
        self._on_room()

    def connection_lost(self, error: Exception | None) -> None:
        self.closing = True
        if not self.ready.done():
            self.ready.set_exception(error or ConnectionResetError("closed before it began"))
        left = self.take_unanswered() + [stream.push for stream in self.streams.values()]
        self.streams.clear()
        self._on_lost(self, left)

    def _ask(self, now: float) -> None:
        """A PING; and when that was not answered either, the end."""
        if not self._asked_at:
            self._asked_at = now
            self.put(frames.frame(Kind.PING, 0, 0, bytes(8)))
        elif now - self._asked_at > SILENT_SECONDS:
            self._transport.abort()
