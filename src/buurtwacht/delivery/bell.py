# SPDX-License-Identifier: EUPL-1.2
"""Hears PostgreSQL ring, and holds the locks that say which process owns a sender account.

One connection does both, because both belong to a process: when it dies, PostgreSQL lets go at once.
"""

import asyncio
from collections.abc import Collection
from typing import Any

import psycopg
import structlog
from django.db import connections
from psycopg import sql

from buurtwacht.lib.logs import facts_of

log = structlog.get_logger()

SLOW_POLL = 1.0  # seconds: a ring can get lost while we reconnect, a poll cannot
_OURS = 0x62757572  # the first half of our advisory locks ("buur" in ASCII)


def connection_options() -> dict[str, Any]:
    """How to reach the database that Django uses, for a connection of our own."""
    options = connections["default"].get_connection_params()
    kept = ("dbname", "host", "port", "user", "password", "sslmode", "options", "service", "passfile")
    return {name: options[name] for name in kept if options.get(name)}


class Ear:
    """One who waits for a ring."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()

    @property
    def is_rung(self) -> bool:
        return self._rung.is_set()

    async def heard(self, at_most: float = SLOW_POLL) -> None:
        """Return at the next ring, or after the slow poll's second. A ring that came in between is not lost."""
        try:
            async with asyncio.timeout(at_most):
                await self._rung.wait()
        except TimeoutError:
            pass
        self._rung.clear()


class Bell:
    """Hears the channels for which somebody lends an ear. `owned` are the sender accounts of this process."""

    def __init__(self, accounts: Collection[str] = ()) -> None:
        self._accounts = accounts
        self._ears: dict[str, list[Ear]] = {}
        self.owned: set[str] = set()

    def ear(self, channel: str) -> Ear:
        """One more ear for a channel. Ask for it before `listen` starts."""
        ear = Ear()
        self._ears.setdefault(channel, []).append(ear)
        return ear

    def ring_all(self) -> None:
        """Something may have been missed: let everybody look."""
        for channel in self._ears:
            self._ring(channel)

    async def listen(self) -> None:
        """Listen until cancelled. Finds a database that was restarted, and its locks, by itself."""
        while True:
            try:
                await self._listen_once()
            except (psycopg.OperationalError, psycopg.InterfaceError, OSError) as error:
                log.warning("delivery.bell_away", **facts_of(error))
            self.owned.clear()
            await asyncio.sleep(SLOW_POLL / 2)

    async def _listen_once(self) -> None:
        async with await psycopg.AsyncConnection.connect(**connection_options(), autocommit=True) as connection:
            for channel in self._ears:
                await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
            while True:
                await self._own_accounts(connection)
                self.ring_all()
                async for rung in connection.notifies(timeout=SLOW_POLL):
                    self._ring(rung.channel)

    def _ring(self, channel: str) -> None:
        for ear in self._ears[channel]:
            ear.ring()

    async def _own_accounts(self, connection: psycopg.AsyncConnection[Any]) -> None:
        for account in self._accounts:
            if account in self.owned:
                continue
            cursor = await connection.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", [_OURS, account])
            if (await cursor.fetchone() or [False])[0]:
                self.owned.add(account)
                log.info("delivery.account_owned", account=account)
