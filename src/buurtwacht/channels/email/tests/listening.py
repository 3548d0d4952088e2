# SPDX-License-Identifier: EUPL-1.2
"""Something that listens in a thread of its own, while a test plays the other side."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

from buurtwacht.channels.email.listening.fetching import take_from_mailbox
from buurtwacht.channels.email.listening.handing_over import take_from_servers
from buurtwacht.channels.inbound import Raw
from buurtwacht.testing.peers.serving import Server

PATIENCE = 60  # seconds


class Inbox:
    """Keeps what is taken in, and fails as it is told to."""

    def __init__(self) -> None:
        self.kept: list[Raw] = []
        self.fails = 0
        self.meanwhile: Callable[[], object] = lambda: None

    async def take_in(self, raw: Raw) -> None:
        await asyncio.sleep(0)
        if self.fails:
            self.fails -= 1
            raise OSError(28, "No space left on device")
        self.kept.append(raw)
        self.meanwhile()


class Listening(Server):
    """`work` makes what listens; it is cancelled at the end, and `error` is what it raised before that."""

    error: BaseException | None = None

    def __init__(self, work: Callable[[Callable[[int], object]], Coroutine[Any, Any, None]]) -> None:
        self._make = work

    async def start(self) -> None:
        self._work = asyncio.create_task(self._make(self._is_ready))
        while not self.port and not self._work.done():
            await asyncio.sleep(0.005)

    async def stop(self) -> None:
        self._work.cancel()
        [found] = await asyncio.gather(self._work, return_exceptions=True)
        self.error = None if isinstance(found, asyncio.CancelledError) else found

    def _is_ready(self, port: int) -> None:
        self.port = port


def door(inbox: Inbox, *, is_lmtp: bool = True) -> Listening:
    """For mail servers."""
    return Listening(lambda ready: take_from_servers("127.0.0.1", 0, inbox.take_in, is_lmtp=is_lmtp, ready=ready))


def fetching(inbox: Inbox, url: str, password: str) -> Listening:
    """From a mailbox."""

    async def work(ready: Callable[[int], object]) -> None:
        ready(1)
        await take_from_mailbox(url, password, inbox.take_in)

    return Listening(work)


def soon(is_true: Callable[[], object]) -> bool:
    """Does this become true? It is asked until then, but not for ever."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if is_true():
            return True
        time.sleep(0.02)
    return False
