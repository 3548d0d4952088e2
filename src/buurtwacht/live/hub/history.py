# SPDX-License-Identifier: EUPL-1.2
"""What was told before, out of the database."""

from collections.abc import AsyncIterator, Sequence

import structlog
from psycopg import AsyncConnection, Error
from psycopg.rows import TupleRow
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from buurtwacht.lib.crypto import Unreadable, decrypt
from buurtwacht.live.names import SILENT

from .frames import frame

log = structlog.get_logger()

PAGE = 200
UNREACHABLE = (Error, PoolTimeout, TimeoutError, OSError)  # what it looks like when the database is away

Pool = AsyncConnectionPool[AsyncConnection[TupleRow]]


def frame_of(event_id: int, topic: str, name: str, sealed: bytes) -> bytes:
    """The frame of one row. A row that no key fits becomes an empty frame: one bad row must not stop the rest."""
    try:
        return frame(event_id, topic, name, decrypt(sealed).decode())
    except Unreadable:
        log.error("hub.unreadable_event", event_id=event_id)
        return b""


class History:
    """Questions about events that are not in memory any more."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def pages(self, topics: Sequence[str], after: int, upto: int) -> AsyncIterator[list[bytes]]:
        """The frames of these topics between two events, page by page. No connection is kept between pages."""
        while after < upto:
            rows = await self._page(topics, after, upto)
            if rows:
                yield [frame_of(*row) for row in rows]
            if len(rows) < PAGE:
                return
            after = rows[-1][0]

    async def _page(self, topics: Sequence[str], after: int, upto: int) -> list[TupleRow]:
        query = (
            "SELECT id, topic, name, body FROM live_event"
            " WHERE topic = ANY(%s) AND id > %s AND id <= %s AND name <> ALL(%s) ORDER BY id LIMIT %s"
        )
        async with self._pool.connection() as connection:
            cursor = await connection.execute(query, [list(topics), after, upto, list(SILENT), PAGE], binary=True)
            return await cursor.fetchall()

    async def is_forgotten(self, after: int) -> bool:
        """Whether events after this one may have been deleted already."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute("SELECT min(id) FROM live_event")
            row = await cursor.fetchone()
        return bool(row and row[0] is not None and after + 1 < row[0])

    async def has_reached(self, event_id: int) -> bool:
        """Whether this id was ever handed out."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute("SELECT last_value FROM live_event_id_seq")
            row = await cursor.fetchone()
        return bool(row and row[0] >= event_id)
