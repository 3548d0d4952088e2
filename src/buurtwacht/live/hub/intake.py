# SPDX-License-Identifier: EUPL-1.2
"""Receipts: taken from many screens at once, stored together, and only then acknowledged."""

import asyncio
import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

import structlog
from psycopg import AsyncConnection
from psycopg.rows import TupleRow

from buurtwacht.lib.logs import facts_of
from buurtwacht.live import tokens
from buurtwacht.live.names import RECEIPTS_CHANNEL, Answer, Kind

from .history import UNREACHABLE
from .requests import Refusal

if TYPE_CHECKING:
    from .connection import Connection

log = structlog.get_logger()

GATHER = 0.004  # seconds in which receipts gather before they are stored together
MOST_TOGETHER = 1000
MOST_WAITING = 20_000
PATIENCE = 10.0  # seconds to keep trying: as long as PostgreSQL may take to restart
PAUSE = 0.2  # seconds between two tries
MOST_BEHIND = 24 * 3600  # seconds
MOST_A_MINUTE = 30  # receipts about one delivery: a changed mind, not a flood

_STORE = """
WITH stored AS (
    INSERT INTO live_receipt (delivery_id, person_id, report_id, kind, answer, at, due_at, attempts)
    SELECT *, 0 FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::timestamptz[],
                            %s::timestamptz[])
    ON CONFLICT DO NOTHING RETURNING 1
)
SELECT pg_notify(%s, '') FROM stored LIMIT 1
"""


class Row(NamedTuple):
    """One receipt, in the order of the columns."""

    delivery_id: UUID
    person_id: UUID
    report_id: UUID
    kind: str
    answer: str
    at: datetime
    due_at: datetime


def read_receipt(body: bytes) -> Row:
    """The receipt in this body. Raises `Refusal` for what is not one."""
    try:
        told = json.loads(body)
        token, kind = str(told["token"]), Kind(told["kind"])
        answer = Answer(told["answer"]).value if kind is Kind.ACKNOWLEDGED else ""
        at = _moment(told.get("at"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refusal(400, "This is not a receipt.") from error
    try:
        claim = tokens.read_receipt_token(token)
    except tokens.Refused as error:
        raise Refusal(401, str(error)) from error
    return Row(claim.delivery_id, claim.person_id, claim.report_id, kind.value, answer, at, datetime.now(UTC))


def _moment(milliseconds: object) -> datetime:
    """When it was, says a phone that may have been without a network since: believed within the last day."""
    now = datetime.now(UTC)
    if not isinstance(milliseconds, int | float):
        return now
    behind = now.timestamp() - milliseconds / 1000
    return now - timedelta(seconds=behind) if 0 < behind < MOST_BEHIND else now


class Intake:
    """Gathers receipts and stores them."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._database: AsyncConnection[TupleRow] | None = None
        self._waiting: list[tuple[Row, Connection]] = []
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._lately: Counter[UUID] = Counter()
        self.stored = 0

    def take(self, row: Row, connection: "Connection") -> None:
        """Store this soon, then answer. Raises `Refusal` when there is too much of it."""
        if len(self._waiting) >= MOST_WAITING:
            raise Refusal(503, "Too busy. Please come back in a moment.")
        self._lately[row.delivery_id] += 1
        if self._lately[row.delivery_id] > MOST_A_MINUTE:
            raise Refusal(429, "We have heard you. Please wait a minute.")
        self._waiting.append((row, connection))
        self._idle.clear()
        self._wake.set()

    def forget_lately(self) -> None:
        """Called every minute."""
        self._lately.clear()

    async def run(self) -> None:
        """Store what waits, for ever."""
        while True:
            await self._wake.wait()
            await asyncio.sleep(GATHER)
            batch, self._waiting = self._waiting[:MOST_TOGETHER], self._waiting[MOST_TOGETHER:]
            if not self._waiting:
                self._wake.clear()
            stored = await self._store([row for row, _ in batch])
            for _, connection in batch:
                connection.answer(connection.hub.answers.stored if stored else connection.hub.answers.busy)
            if not self._waiting:
                self._idle.set()

    async def finish(self) -> None:
        """Wait until everything is stored."""
        await self._idle.wait()
        await self._hang_up()

    async def _store(self, rows: list[Row]) -> bool:
        """Whether these are in the database now. Tries again while it is away, for as long as a caller may wait."""
        end = asyncio.get_running_loop().time() + PATIENCE
        while True:
            try:
                async with asyncio.timeout(PATIENCE):
                    await self._insert(rows)
            except UNREACHABLE as error:
                log.warning("hub.receipts_wait", receipts=len(rows), **facts_of(error))
                await self._hang_up()
                if asyncio.get_running_loop().time() > end:
                    return False
                await asyncio.sleep(PAUSE)
            else:
                self.stored += len(rows)
                return True

    async def _insert(self, rows: list[Row]) -> None:
        if self._database is None:
            self._database = await AsyncConnection.connect(self._dsn, autocommit=True)
        await self._database.execute(_STORE, [*map(list, zip(*rows, strict=True)), RECEIPTS_CHANNEL])

    async def _hang_up(self) -> None:
        if self._database is not None:
            await self._database.close()
            self._database = None
