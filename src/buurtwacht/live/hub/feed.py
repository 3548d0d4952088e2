# SPDX-License-Identifier: EUPL-1.2
"""Hears PostgreSQL ring, reads what is new, and tells it. A slow poll beside it finds what a lost ring would hide."""

import asyncio
import time
from typing import Any
from uuid import UUID

import structlog
from psycopg import AsyncConnection

from buurtwacht.lib.logs import facts_of
from buurtwacht.live.names import CLOSED, LIVE_CHANNEL, PERSON, SILENT, UNSAID

from .frames import RESET
from .history import UNREACHABLE, frame_of
from .memory import Memory
from .state import Hub

log = structlog.get_logger()

ANSWER = 10.0  # seconds in which the database must answer
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 2.0  # between two tries to reach the database
TOGETHER = 500  # events read at once
TOKEN_LIFE = 24 * 3600.0  # how long an ended membership is remembered: longer than any token lives

Database = AsyncConnection[Any]

_READ = "SELECT id, topic, name, body, extract(epoch FROM created_at)::float8 FROM live_event"


class Feed:
    """The one way in for events."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    async def run(self) -> None:
        """Listen for ever; come back when the database does."""
        pause = FIRST_PAUSE
        while True:
            try:
                async with await self._connect() as database:
                    await self._prepare(database)
                    pause = FIRST_PAUSE
                    await self._listen(database)
            except UNREACHABLE as error:
                log.warning("hub.database_away", **facts_of(error), again_in=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def _connect(self) -> Database:
        async with asyncio.timeout(ANSWER):
            database = await AsyncConnection.connect(self._hub.options.dsn, autocommit=True)
            await database.execute(f"LISTEN {LIVE_CHANNEL}")
            return database

    async def _prepare(self, database: Database) -> None:
        """Listening comes first and reading second, so that nothing falls in between."""
        async with asyncio.timeout(ANSWER):
            if not self._hub.ready.is_set():
                await self._recall(database)
                self._hub.ready.set()
            elif await self._has_gone_back(database):
                await self._start_again(database)

    async def _listen(self, database: Database) -> None:
        while True:
            async with asyncio.timeout(ANSWER):
                await self._catch_up(database)
            self._hub.last_contact = asyncio.get_running_loop().time()
            async for _ in database.notifies(timeout=self._hub.options.poll_seconds, stop_after=1):
                pass

    async def _recall(self, database: Database) -> None:
        """Start with the last events in memory, and with the memberships that ended lately."""
        hub = self._hub
        cursor = await database.execute(
            f"{_READ} ORDER BY id DESC LIMIT %s", [hub.options.most_remembered], binary=True
        )
        rows = (await cursor.fetchall())[::-1]
        floor = rows[0][0] - 1 if rows else 0
        hub.memory = Memory(hub.options.most_remembered, floor)
        hub.board.position = floor
        for event_id, topic, name, body, _ in rows:
            hub.board.position = event_id
            if name not in SILENT:
                hub.memory.keep(event_id, topic, frame_of(event_id, topic, name, body))
        since = time.time() - TOKEN_LIFE
        cursor = await database.execute(
            f"{_READ} WHERE name = %s AND created_at > to_timestamp(%s)", [CLOSED, since], binary=True
        )
        async for _, topic, _, _, at in cursor:
            hub.closings.note(UUID(topic.removeprefix(PERSON)), at)

    async def _catch_up(self, database: Database) -> None:
        """Tell everything that came after the last event we told."""
        rows: list[Any] = []
        while not rows or len(rows) == TOGETHER:
            query = f"{_READ} WHERE id > %s ORDER BY id LIMIT {TOGETHER}"
            cursor = await database.execute(query, [self._hub.board.position], binary=True)
            rows = await cursor.fetchall()
            for row in rows:
                self._tell(*row)
            if not rows:
                return
            await asyncio.sleep(0)  # between two big bites others get their turn

    def _tell(self, event_id: int, topic: str, name: str, body: bytes, at: float) -> None:
        hub = self._hub
        hub.counts.events += 1
        hub.counts.delay += max(0.0, time.time() - at)
        if name == CLOSED:
            hub.board.position = event_id
            self._close(UUID(topic.removeprefix(PERSON)), at)
            return
        if name == UNSAID:
            hub.board.position = event_id
            hub.memory.unsay(topic)
            return
        frame = frame_of(event_id, topic, name, body)
        hub.memory.keep(event_id, topic, frame)
        hub.board.tell(event_id, topic, frame)

    def _close(self, person_id: UUID, at: float) -> None:
        self._hub.closings.note(person_id, at)
        self._hub.crowd.end_person(person_id)

    async def _has_gone_back(self, database: Database) -> bool:
        """Whether the database has never heard of what we told: a backup was put back."""
        cursor = await database.execute("SELECT last_value FROM live_event_id_seq")
        row = await cursor.fetchone()
        return row is not None and row[0] < self._hub.board.position

    async def _start_again(self, database: Database) -> None:
        log.warning("hub.database_went_back", position=self._hub.board.position)
        await self._recall(database)
        for subscriber in list(self._hub.crowd):
            subscriber.end(RESET)
