# SPDX-License-Identifier: EUPL-1.2
"""From a place in the past to live, without a hole and without a double.

The hub has told everything up to `board.position`. A screen names the last event it saw. What lies between is
replayed, out of memory or out of the database; what is told meanwhile is held back, and follows in order.
"""

import asyncio
from collections import deque

import structlog

from buurtwacht.lib.logs import facts_of

from .ahead import Ahead
from .frames import RESET
from .history import UNREACHABLE
from .state import Hub
from .streams import MOST_WAITING, Stream

log = structlog.get_logger()

MOST_HELD = 2000  # events told during one replay; more, and the screen had better start again


def join(stream: Stream, head: bytes, after: int | None) -> None:
    """Start the stream, with what was missed after this event. None: from now on."""
    hub = stream.hub
    if after is None or after == hub.board.position:
        _start(stream, head)
    elif after > hub.board.position:
        stream.write(head)
        Ahead(stream, after).start()
    elif after < hub.memory.floor:
        stream.write(head)
        Joiner(stream).start(after)
    else:
        missed = hub.memory.after(after, [topic.name for topic in stream.topics])
        if sum(map(len, missed)) < MOST_WAITING // 2:
            _start(stream, head + b"".join(missed))
        else:
            stream.write(head)
            Joiner(stream).start_with(missed)


def _start(stream: Stream, first: bytes) -> None:
    """Nothing happens between reading the position and going live: the hub does one thing at a time."""
    stream.write(first)
    stream.go_live()


class Joiner:
    """Replays at the pace of the reader, and keeps what is told meanwhile."""

    __slots__ = ("_backlog", "_complete", "_held", "_paused", "_room", "_stream", "_task")

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._backlog: deque[bytes] = deque()
        self._held: deque[bytes] = deque()
        self._paused = self._complete = False
        self._room = asyncio.Event()
        self._room.set()
        self._task: asyncio.Task[None] | None = None
        stream.replay = self
        stream.wait_as(self)

    def start_with(self, frames: list[bytes]) -> None:
        """Replay these, then go live."""
        self._backlog.extend(frames)
        self._complete = True
        self._pump()

    def start(self, after: int) -> None:
        """Replay from the database what lies after this event and up to now, then go live."""
        hub = self._stream.hub
        self._task = hub.spawn(self._read(hub, after, hub.board.position))

    def hear(self, event_id: int, frame: bytes) -> None:
        self._held.append(frame)
        if len(self._held) > MOST_HELD:
            self._stream.connection.transport.abort()

    def pause(self) -> None:
        self._paused = True
        self._room.clear()

    def resume(self) -> None:
        self._paused = False
        self._room.set()
        self._pump()

    def stop(self) -> None:
        self._stream.stop_waiting(self)
        if self._task is not None:
            self._task.cancel()

    async def _read(self, hub: Hub, after: int, upto: int) -> None:
        try:
            if await hub.history.is_forgotten(after):
                self._backlog.append(RESET)
                after = upto
            async for frames in hub.history.pages([topic.name for topic in self._stream.topics], after, upto):
                self._backlog.extend(frames)
                self._pump()
                await self._room.wait()
        except UNREACHABLE as error:
            log.warning("hub.replay_failed", **facts_of(error))
            self._stream.connection.transport.abort()  # the screen comes back, and asks again
            return
        self._task = None
        self._complete = True
        self._pump()

    def _pump(self) -> None:
        """Write what is due while the reader keeps up; with nothing left, go live."""
        while not self._paused:
            if not self._backlog and self._complete:
                self._backlog, self._held = self._held, self._backlog
                if not self._backlog:
                    self._stream.stop_waiting(self)
                    self._stream.go_live()
                    return
            if not self._backlog:
                return
            self._stream.write(self._backlog.popleft())
