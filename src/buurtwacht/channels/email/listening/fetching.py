# SPDX-License-Identifier: EUPL-1.2
"""Fetching from a mailbox, in a thread beside the event loop."""

import asyncio
from threading import Event

from buurtwacht.channels.base import TakeIn
from buurtwacht.channels.email.receiver import HANDED_OVER
from buurtwacht.channels.inbound import Raw

from .mailbox import SLICE, Post

LONGEST_END = 10 * SLICE  # seconds


async def take_from_mailbox(url: str, password: str, take_in: TakeIn) -> None:
    """Fetch until cancelled. Raises when the mailbox does not let us in or goes away."""
    loop = asyncio.get_running_loop()
    stop = Event()

    def store(content: bytes) -> None:
        raw = Raw(method=HANDED_OVER, body=content)
        asyncio.run_coroutine_threadsafe(_kept(raw, take_in), loop).result()

    def fetch() -> None:
        with Post(url, password, store) as post:
            post.work(stop)

    fetching = asyncio.create_task(asyncio.to_thread(fetch))
    try:
        await asyncio.shield(fetching)
    finally:
        stop.set()
        await asyncio.wait([fetching], timeout=LONGEST_END)


async def _kept(raw: Raw, take_in: TakeIn) -> None:
    await take_in(raw)
