# SPDX-License-Identifier: EUPL-1.2
"""Puts outcomes on record while others are still on their way, in batches that form by themselves."""

import asyncio
from collections.abc import Sequence

import structlog

from buurtwacht.lib.logs import facts_of

from .records import Row, write
from .threads import AWAY, Call

log = structlog.get_logger()

PAUSE = 0.2  # seconds between two tries while the database is away


class Recorder:
    """While one batch is being written, the next one gathers."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._waiting: list[tuple[Sequence[Row], Sequence[Row], asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def record(self, fresh: Sequence[Row], settled: Sequence[Row] = ()) -> None:
        """Return when these are on record. Waits for a database that is away as long as it takes."""
        if not fresh and not settled:
            return
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((fresh, settled, done))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())
        await done

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self._write(batch)
            except Exception as error:  # noqa: BLE001 - the worker's edge: whoever waits for these gets the error
                for _, _, done in batch:
                    done.set_exception(error)
            else:
                for _, _, done in batch:
                    done.set_result(None)

    async def _write(self, batch: list[tuple[Sequence[Row], Sequence[Row], asyncio.Future[None]]]) -> None:
        fresh = [row for rows, _, _ in batch for row in rows]
        settled = [row for _, rows, _ in batch for row in rows]
        while True:
            try:
                await self._call(write, fresh, settled)
                return
            except AWAY as error:
                log.warning("delivery.database_away", rows=len(fresh) + len(settled), **facts_of(error))
                await asyncio.sleep(PAUSE)
