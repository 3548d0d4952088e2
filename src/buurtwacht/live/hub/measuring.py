# SPDX-License-Identifier: EUPL-1.2
"""A way in for measurements: frames from a loopback port, told by the same board, kept nowhere.

Only open when the hub is started with `--measure-port`; never in service. See docs/hub.md.
"""

import asyncio
import re
from typing import TYPE_CHECKING, cast

from .frames import frame

if TYPE_CHECKING:
    from .state import Hub

_HEAD = re.compile(rb"POST /tell/(\S{1,100}) HTTP/1\.1\r\n(?:.*\r\n)*?Content-Length: (\d+)\r\n(?:.*\r\n)*?\r\n")
_DONE = b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"


class MeasuringPort(asyncio.Protocol):
    """POST /tell/<topic> tells its body to the topic."""

    def __init__(self, hub: "Hub") -> None:
        self._hub = hub
        self._unread = b""

    @classmethod
    async def open(cls, hub: "Hub") -> None:
        """Listen on this machine only."""
        loop = asyncio.get_running_loop()
        await loop.create_server(lambda: cls(hub), "127.0.0.1", hub.options.measure_port)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._unread += data
        while head := _HEAD.match(self._unread):
            end = head.end() + int(head[2])
            if len(self._unread) < end:
                return
            body, self._unread = self._unread[head.end() : end], self._unread[end:]
            board, topic = self._hub.board, head[1].decode()
            board.tell(board.position, topic, frame(board.position, topic, "entry", body.decode()))
            self._transport.write(_DONE)
