# SPDX-License-Identifier: EUPL-1.2
"""How fast a sender account may send. One process owns an account, so the bucket can be plain memory."""

import asyncio
import time
from collections.abc import Awaitable, Callable


class Bucket:
    """A token bucket: `per_second` messages, at most one second's worth at a time."""

    def __init__(
        self,
        per_second: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._per_second = per_second
        self._clock = clock
        self._sleep = sleep
        self._free_at = clock() - 1.0
        self._rests_until = float("-inf")

    async def take(self, count: int) -> None:
        """Wait until this many may go. Callers are served in the order in which they came."""
        now = self._clock()
        earliest = now - 1.0  # what was not used for a second is lost
        self._free_at = max(self._free_at, earliest) + count / self._per_second
        wait = self._free_at - now
        if wait > 0:
            await self._sleep(wait)

    def pause(self, seconds: float) -> None:
        """The other side asks for rest: nothing goes before this many seconds have passed."""
        until = self._clock() + seconds
        self._free_at, self._rests_until = max(self._free_at, until), max(self._rests_until, until)

    def rest(self) -> float:
        """Seconds left of the rest that the other side asked for."""
        return max(self._rests_until - self._clock(), 0.0)
