# SPDX-License-Identifier: EUPL-1.2
import asyncio

from .frames import RESET
from .history import UNREACHABLE
from .streams import Stream


class Ahead:
    """A screen that has already seen more than this hub: another hub was quicker. It goes live when we catch up."""

    __slots__ = ("_after", "_stream", "_task")

    def __init__(self, stream: Stream, after: int) -> None:
        self._stream = stream
        self._after = after
        self._task: asyncio.Task[None] | None = None
        stream.replay = self
        stream.wait_as(self)

    def start(self) -> None:
        self._task = self._stream.hub.spawn(self._make_sure())

    def hear(self, event_id: int, frame: bytes) -> None:
        if event_id > self._after:
            self._stream.write(frame)
            self._go_live()

    def pause(self) -> None:
        self._stream.connection.transport.abort()

    def resume(self) -> None:
        return

    def stop(self) -> None:
        self._stream.stop_waiting(self)
        if self._task is not None:
            self._task.cancel()

    def _go_live(self) -> None:
        self.stop()
        self._stream.go_live()

    async def _make_sure(self) -> None:
        """An id that was never handed out comes from before a restored backup: the screen must start again."""
        try:
            known = await self._stream.hub.history.has_reached(self._after)
        except UNREACHABLE:
            known = True
        self._task = None
        if not known:
            self._stream.write(RESET)
            self._go_live()
