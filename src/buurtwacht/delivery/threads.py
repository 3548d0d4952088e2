# SPDX-License-Identifier: EUPL-1.2
"""Database work beside the event loop: in threads that each have their own connection."""

import asyncio
import contextvars
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from django.db import InterfaceError, OperationalError, close_old_connections, connections

T = TypeVar("T")

AWAY = (OperationalError, InterfaceError)  # what a database that is away, or comes back, raises


class Call(Protocol):
    """Run a plain function that speaks to the database, and wait for what it returns."""

    def __call__(self, function: Callable[..., T], *args: Any) -> Awaitable[T]: ...


class Threads:
    """A few threads. After trouble a thread drops its connection, so that it finds the database again by itself."""

    def __init__(self, size: int, name: str) -> None:
        self._pool = ThreadPoolExecutor(size, thread_name_prefix=name)

    async def __call__(self, function: Callable[..., T], *args: Any) -> T:
        context = contextvars.copy_context()  # so that log lines from the thread say the same as ours
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, context.run, _guarded, function, args)

    def close(self) -> None:
        """Wait for what runs, and let go of the connections."""
        for _ in range(self._pool._max_workers):
            self._pool.submit(connections.close_all)
        self._pool.shutdown(wait=True)


class AtMost:
    """Lets only a few of these calls run at a time, so that they leave threads free for what is urgent."""

    def __init__(self, call: Call, count: int) -> None:
        self._call = call
        self._room = asyncio.Semaphore(count)

    async def __call__(self, function: Callable[..., T], *args: Any) -> T:
        async with self._room:
            return await self._call(function, *args)


def _guarded(function: Callable[..., T], args: tuple[Any, ...]) -> T:
    try:
        return function(*args)
    except AWAY:
        close_old_connections()
        raise
