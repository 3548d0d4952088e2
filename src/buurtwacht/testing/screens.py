# SPDX-License-Identifier: EUPL-1.2
"""Open screens, as a browser keeps them: they read a stream, and come back after the last event they saw."""

import asyncio
import contextlib
import socket
import time
from dataclasses import dataclass, field
from typing import NamedTuple

from buurtwacht.live.tokens import stream_token

PATIENCE = 120.0  # seconds; the machine that tests may be a slow one


class Shown(NamedTuple):
    """One event as the screen got it."""

    id: int
    name: str
    topic: str
    html: str


def read_event(block: bytes) -> Shown | None:
    """One block of a stream; None for a comment."""
    number, name, data = 0, "", []
    for line in block.decode().split("\n"):
        key, _, value = line.partition(": ")
        if key == "id":
            number = int(value)
        elif key == "event":
            name = value
        elif key == "data":
            data.append(value)
    return Shown(number, name, data[0], "\n".join(data[1:])) if data else None


def request(path: str, headers: dict[str, str] | None = None) -> bytes:
    lines = [f"GET {path} HTTP/1.1", "Host: hub", *(f"{name}: {value}" for name, value in (headers or {}).items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


class Screen:
    """A screen for simple tests: it blocks while it waits."""

    def __init__(
        self, port: int, token: str, after: int | None = None, *, path: str = "/live", buffer: int = 0
    ) -> None:
        self.socket = socket.socket()
        if buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(("127.0.0.1", port))
        place = "" if after is None else f"&after={after}"
        self.socket.sendall(request(f"{path}?token={token}{place}"))
        self._unread = b""
        self.head = ""

    def __enter__(self) -> "Screen":
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    @property
    def status(self) -> int:
        """The status of the answer, once its head is there."""
        while not self.head:
            self._fill()
            if b"\r\n\r\n" in self._unread:
                head, _, self._unread = self._unread.partition(b"\r\n\r\n")
                self.head = head.decode()
        return int(self.head.split()[1])

    def next(self) -> Shown:
        """The next event; comments and the greeting pass by."""
        assert self.status == 200
        while True:
            while b"\n\n" not in self._unread:
                self._fill()
            block, _, self._unread = self._unread.partition(b"\n\n")
            event = read_event(block)
            if event and event.name != "hello":
                return event

    def take(self, count: int) -> list[Shown]:
        return [self.next() for _ in range(count)]

    def is_ended(self) -> bool:
        """Whether the hub ends the stream; what still comes before that is dropped."""
        deadline = time.monotonic() + PATIENCE
        try:
            while time.monotonic() < deadline:
                if not self.socket.recv(65536):
                    return True
        except ConnectionResetError:
            return True
        except TimeoutError:
            return False
        return False

    def _fill(self) -> None:
        data = self.socket.recv(65536)
        if not data:
            raise ConnectionError("the hub ended the stream")
        self._unread += data


@dataclass
class Follower:
    """A screen that follows for a long time and comes back whenever it is thrown out."""

    port: int
    token: str
    place: int = 0
    seen: list[Shown] = field(default_factory=list)
    returns: int = 0
    last_word: str = ""
    connected: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def of(cls, port: int, person_id: object, topics: list[str], place: int = 0) -> "Follower":
        return cls(port, stream_token(person_id, topics), place)  # type: ignore[arg-type]

    async def follow(self) -> None:
        """Until it is cancelled."""
        while True:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                await self.follow_once()
            self.connected.clear()
            self.returns += 1
            await asyncio.sleep(0.05)

    async def follow_once(self) -> None:
        """Until the hub ends the stream."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(request(f"/live?token={self.token}", {"Last-Event-ID": str(self.place)}))
            head = await reader.readuntil(b"\r\n\r\n")
            if b" 200 " not in head.split(b"\r\n")[0]:
                raise ConnectionError(head.decode())
            while True:
                self.take(await reader.readuntil(b"\n\n"))
        finally:
            writer.close()

    def take(self, block: bytes) -> None:
        event = read_event(block.removesuffix(b"\n\n"))
        if event is None:
            return
        if event.id:
            self.place = event.id
            self.seen.append(event)
        elif event.name == "hello":
            self.connected.set()
        else:
            self.last_word = event.name

    async def until(self, count: int, seconds: float = PATIENCE) -> None:
        """Wait until that many events were seen."""
        async with asyncio.timeout(seconds):
            while len(self.seen) < count:
                await asyncio.sleep(0.01)
