# SPDX-License-Identifier: EUPL-1.2
"""Waking up by PostgreSQL, and who owns a sender account."""

import asyncio
import contextlib

import psycopg
import pytest

from buurtwacht.delivery import bell as bell_module
from buurtwacht.delivery.bell import Bell, connection_options

pytestmark = pytest.mark.django_db

PATIENCE = 60  # seconds; the machine that tests may be a slow one

# Cuts the connections in this database that hold an advisory lock for their whole session: bells.
CUT = """
SELECT pg_terminate_backend(pid) FROM pg_locks
WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@contextlib.asynccontextmanager
async def listening(bell):
    task = asyncio.create_task(bell.listen())
    try:
        yield bell
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def until(true):
    async with asyncio.timeout(PATIENCE):
        while not true():
            await asyncio.sleep(0.01)


async def ring(channel):
    async with await psycopg.AsyncConnection.connect(**connection_options(), autocommit=True) as connection:
        await connection.execute("SELECT pg_notify(%s, '')", [channel])


def test_who_listens_for_one_thing_is_not_woken_for_another(monkeypatch):
    monkeypatch.setattr(bell_module, "SLOW_POLL", 3600.0)  # at which everybody looks again

    async def story():
        bell = Bell()
        intents, journal = bell.ear("intents"), bell.ear("journal")
        async with listening(bell):
            await intents.heard(PATIENCE)
            await journal.heard(PATIENCE)  # at the start everybody looks once
            await ring("intents")
            async with asyncio.timeout(PATIENCE):
                await intents.heard(PATIENCE * 2)
            assert not journal.is_rung

    asyncio.run(story())


def test_a_ring_that_gets_lost_is_made_up_for_by_the_slow_poll():
    async def story():
        async with asyncio.timeout(30):
            await Bell().ear("intents").heard()

    asyncio.run(story())


def test_an_account_has_one_owner_and_goes_over_when_that_one_dies():
    async def story():
        first, second = Bell(["sms"]), Bell(["sms"])
        async with listening(second):
            async with listening(first):
                await until(lambda: len(first.owned) + len(second.owned) == 1)
                await asyncio.sleep(1.2)
                assert len(first.owned) + len(second.owned) == 1
            await until(lambda: second.owned == {"sms"})

    asyncio.run(story())


def test_a_bell_whose_connection_is_cut_listens_again():
    async def story():
        bell = Bell(["sms"])
        ear = bell.ear("intents")
        async with listening(bell):
            await until(lambda: bell.owned)
            options = connection_options()
            async with await psycopg.AsyncConnection.connect(**options, autocommit=True) as connection:
                await connection.execute(CUT)
            await until(lambda: not bell.owned)
            await until(lambda: bell.owned)
            await ear.heard(10)
            await ring("intents")
            await ear.heard(10)

    asyncio.run(story())
