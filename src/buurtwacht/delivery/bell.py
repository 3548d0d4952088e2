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

log = structlog.get_logger()

SLOW_POLL = 1.0  # seconds: a ring can get lost while we reconnect, a poll cannot
_OURS = 0x62757572  # the first half of our advisory locks ("buur" in ASCII)


def connection_options() -> dict[str, Any]:
    """How to reach the database that Django uses, for a connection of our own."""
    options = connections["default"].get_connection_params()
    kept = ("dbname", "host", "port", "user", "password", "sslmode", "options", "service", "passfile")
    return {name: options[name] for name in kept if options.get(name)}


class Bell:
    """Wakes whoever waits when one of the channels rings, and at least once a second."""

    def __init__(self, channels: Collection[str], accounts: Collection[str] = ()) -> None:
        self._channels = channels
        self._accounts = accounts
        self._rung = asyncio.Event()
        self.owned: set[str] = set()

    def ring(self) -> None:
        """Wake up from inside."""
        self._rung.set()

    async def heard(self) -> None:
        """Return at the next ring, or after the slow poll's second."""
        try:
            async with asyncio.timeout(SLOW_POLL):
                await self._rung.wait()
        except TimeoutError:
            pass
        self._rung.clear()

    async def listen(self) -> None:
        """Listen until cancelled. Finds a database that was restarted, and its locks, by itself."""
        while True:
            try:
                await self._listen_once()
            except (psycopg.OperationalError, psycopg.InterfaceError, OSError) as error:
                log.warning("delivery.bell_away", error=type(error).__name__)
            self.owned.clear()
            await asyncio.sleep(SLOW_POLL / 2)

    async def _listen_once(self) -> None:
        async with await psycopg.AsyncConnection.connect(**connection_options(), autocommit=True) as connection:
            for channel in self._channels:
                await connection.execute(psycopg.sql.SQL("LISTEN {}").format(psycopg.sql.Identifier(channel)))
            while True:
                await self._own_accounts(connection)
                self.ring()  # after a reconnection, and with each slow poll, somebody looks
                async for _ in connection.notifies(timeout=SLOW_POLL):
                    self.ring()

    async def _own_accounts(self, connection: psycopg.AsyncConnection[Any]) -> None:
        for account in self._accounts:
            if account in self.owned:
                continue
            cursor = await connection.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", [_OURS, account])
            if (await cursor.fetchone() or [False])[0]:
                self.owned.add(account)
                log.info("delivery.account_owned", account=account)
