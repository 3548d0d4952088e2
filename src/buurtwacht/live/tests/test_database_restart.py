# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL goes away in the middle and comes back: nobody misses anything, and no receipt is lost."""

import asyncio
import json
import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from buurtwacht.lib.ids import new_id
from buurtwacht.live.tokens import receipt_token
from buurtwacht.testing.hub import RunningHub, hub_options
from buurtwacht.testing.own_database import OwnDatabase
from buurtwacht.testing.screens import PATIENCE, Follower


@pytest.fixture
def own_database() -> Iterator[OwnDatabase]:
    database = OwnDatabase(Path(os.environ["BUURTWACHT_DATA"]) / "secrets")
    yield database
    database.remove()


def send_receipts(hub: RunningHub, count: int) -> int:
    """How many were answered with 204."""
    bodies = [json.dumps({"token": receipt_token(new_id(), new_id(), new_id()), "kind": "seen"}) for _ in range(count)]
    return sum(hub.ask("/live/receipts", "POST", body)[0] == 204 for body in bodies)


@pytest.mark.fault
@pytest.mark.django_db
def test_postgresql_restarts_in_the_middle(own_database, topic):
    own_database.publish(topic, 5, seed=1)
    with RunningHub(hub_options(dsn=own_database.dsn, most_remembered=3)) as hub:
        followers = [Follower.of(hub.port, new_id(), [topic]) for _ in range(50)]
        answered = asyncio.run(live_through_it(own_database, hub, followers, topic))

    assert [follower.place for follower in followers] == [own_database.event_ids()[-1]] * 50
    assert all([event.id for event in follower.seen] == own_database.event_ids() for follower in followers)
    with psycopg.connect(own_database.dsn) as connection:
        row = connection.execute("SELECT count(*) FROM live_receipt").fetchone()
    assert row == (answered,)
    assert answered == 25


async def live_through_it(database: OwnDatabase, hub: RunningHub, followers: list[Follower], topic: str) -> int:
    following = [asyncio.create_task(follower.follow()) for follower in followers]
    await asyncio.gather(*(follower.until(5) for follower in followers))
    answered = await asyncio.to_thread(send_receipts, hub, 5)

    for turn, how in enumerate(("immediate", "fast")):
        await asyncio.to_thread(database.stop, how)
        waiting = asyncio.create_task(asyncio.to_thread(send_receipts, hub, 5))  # while it is away
        await asyncio.sleep(0.3)
        await asyncio.to_thread(database.start)
        answered += await waiting
        await asyncio.to_thread(database.publish, topic, 20, 2 + turn)
        answered += await asyncio.to_thread(send_receipts, hub, 5)
    last = (await asyncio.to_thread(database.event_ids))[-1]
    async with asyncio.timeout(PATIENCE):
        while any(follower.place < last for follower in followers):
            await asyncio.sleep(0.02)
    for task in following:
        task.cancel()
    await asyncio.gather(*following, return_exceptions=True)
    return answered


@pytest.mark.fault
@pytest.mark.django_db
def test_a_backup_that_is_put_back_takes_the_screens_along(own_database, topic):
    """Ids that were told are handed out again, for something else: every screen has to start anew."""
    own_database.publish(topic, 10, seed=1)
    with RunningHub(hub_options(dsn=own_database.dsn)) as hub:
        follower = Follower.of(hub.port, new_id(), [topic])

        async def story() -> None:
            following = asyncio.create_task(follower.follow())
            await follower.until(10)
            await asyncio.to_thread(put_back, own_database, 5)
            async with asyncio.timeout(PATIENCE):
                while follower.last_word != "reset":
                    await asyncio.sleep(0.02)
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)

        asyncio.run(story())
        assert hub.figure("position") == own_database.event_ids()[4]


def put_back(database: OwnDatabase, upto: int) -> None:
    """What putting back a backup does to events, as seen by a hub that stays up."""
    fifth = database.event_ids()[upto - 1]
    with psycopg.connect(database.dsn, autocommit=True) as connection:
        connection.execute("DELETE FROM live_event WHERE id > %s", [fifth])
        connection.execute("SELECT setval('live_event_id_seq', %s)", [fifth])
    database.stop("fast")
    database.start()
