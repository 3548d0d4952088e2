# SPDX-License-Identifier: EUPL-1.2
"""Never more in any second than Meta takes from one number. The account's bucket lets a second's worth go on top."""

import asyncio
import heapq
import itertools
import time
from collections.abc import Awaitable, Callable

SHARE, AT_ONCE = 0.85, 0.1  # of what Meta takes in a second: evenly, and on top of that; what people say counts too


class Pace:
    """The generic cell rate algorithm, for one number, with alarms in front of the line."""

    def __init__(
        self,
        per_second: float | None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._every = 1 / (SHARE * per_second) if per_second else 0.0
        self._ahead = self._every * max(int(AT_ONCE * (per_second or 0)) - 1, 0)
        self._clock = clock
        self._sleep = sleep
        self._due = 0.0
        self._line: list[tuple[bool, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self._caller: asyncio.Task[None] | None = None

    async def turn(self, *, is_alarm: bool) -> None:
        """Wait until one more may go."""
        if not self._every:
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._line, (not is_alarm, next(self._numbers), turn))
        if self._caller is None or self._caller.done():
            self._caller = asyncio.create_task(self._call())
        await turn

    async def _call(self) -> None:
        """Call whoever is first, one after the other, until nobody waits."""
        while self._line:
            wait = self._due - self._ahead - self._clock()
            if wait > 0:
                await self._sleep(wait)
                continue
            _, _, turn = heapq.heappop(self._line)
            if not turn.done():  # else whoever stood there has left
                self._due = max(self._due, self._clock()) + self._every
                turn.set_result(None)
