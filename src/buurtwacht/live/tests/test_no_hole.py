# SPDX-License-Identifier: EUPL-1.2
"""However busy it is and whatever breaks: everybody ends with exactly the full list, in order."""

import asyncio
import os
import random
import subprocess
import sys

import pytest
from django.db import connection

from buurtwacht.lib.ids import new_id
from buurtwacht.live.models import Event
from buurtwacht.testing.hub import RunningHub
from buurtwacht.testing.screens import Follower, Shown

PUBLISHERS, EVENTS, SCREENS = 3, 80, 20


def start_publishers(hub: RunningHub, topics: list[str]) -> list[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "buurtwacht.testing.publishers", hub.options.dsn, str(EVENTS)]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "buurtwacht.config.settings"}
    return [
        subprocess.Popen([*command, str(seed), *topics], env=environment)  # each a site process of its own
        for seed in range(PUBLISHERS)
    ]


async def until_done(publishers: list[subprocess.Popen[bytes]]) -> None:
    while any(publisher.poll() is None for publisher in publishers):
        await asyncio.sleep(0.02)
    assert [publisher.returncode for publisher in publishers] == [0] * PUBLISHERS


async def follow_restlessly(follower: Follower, chance: random.Random) -> None:
    """Come and go, as phones do."""
    while True:
        following = asyncio.create_task(follower.follow())
        await asyncio.sleep(chance.random() * 0.3)
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


async def all_who_followed(hubs: list[RunningHub], topics: list[str], place: int) -> list[Follower]:
    """Publish from several processes while screens come and go; then let everybody read to the end."""
    chance = random.Random(7)
    followers = [
        Follower.of(chance.choice(hubs).port, new_id(), chance.sample(topics, chance.randint(1, len(topics))), place)
        for _ in range(SCREENS)
    ]
    publishers = start_publishers(hubs[0], topics)
    moving = [asyncio.create_task(follow_restlessly(one, random.Random(turn))) for turn, one in enumerate(followers)]
    await until_done(publishers)
    for task in moving:
        task.cancel()
    await asyncio.gather(*moving, return_exceptions=True)
    settled = [asyncio.create_task(follower.follow()) for follower in followers]
    last = await asyncio.to_thread(last_of, topics)
    async with asyncio.timeout(60):
        while any(follower.place < max(last[name] for name in topics_of(follower)) for follower in followers):
            await asyncio.sleep(0.02)
    await asyncio.sleep(0.2)  # in which nobody may hear anything twice
    for task in settled:
        task.cancel()
    await asyncio.gather(*settled, return_exceptions=True)
    return followers


def last_of(topics: list[str]) -> dict[str, int]:
    try:
        return {name: Event.objects.filter(topic=name).latest("id").id for name in topics}
    finally:
        connection.close()


def full_list(topics: set[str]) -> list[Shown]:
    told = Event.objects.filter(topic__in=topics).order_by("id")
    return [Shown(event.id, event.name, event.topic, event.body) for event in told]


def topics_of(follower: Follower) -> set[str]:
    from buurtwacht.live.tokens import read_stream_token

    return set(read_stream_token(follower.token).topics)


@pytest.mark.parametrize("remembered", [5000, 20])
def test_everybody_ends_with_the_full_list(start_hub, tell, remembered):
    """With everything in memory, and with so little of it that nearly every return asks the database."""
    topics = [f"group:{new_id()}:nl" for _ in range(3)]
    place = tell(topics[0])
    followers = asyncio.run(all_who_followed([start_hub(most_remembered=remembered)], topics, place))

    for follower in followers:
        expected = [event for event in full_list(topics_of(follower)) if event.id > place]
        assert [event.id for event in follower.seen] == [event.id for event in expected]
        assert follower.seen == expected


def test_two_hubs_on_one_port_tell_the_same(start_hub, tell):
    """The kernel spreads the screens; whoever comes back may meet the other hub, which may be a little behind."""
    topics = [f"group:{new_id()}:nl" for _ in range(2)]
    place = tell(topics[0])
    first = start_hub()
    start_hub(port=first.port)
    followers = asyncio.run(all_who_followed([first], topics, place))

    for follower in followers:
        assert follower.seen == [event for event in full_list(topics_of(follower)) if event.id > place]


@pytest.mark.fault
def test_the_power_goes_with_500_open_screens(hub, tell, tell_from_a_thread, topic):
    place = tell(topic)
    followers = [Follower.of(hub.port, new_id(), [topic], place) for _ in range(500)]

    async def story() -> None:
        following = [asyncio.create_task(follower.follow()) for follower in followers]
        async with asyncio.timeout(30):
            await asyncio.gather(*(follower.connected.wait() for follower in followers))
        for turn in range(5):
            await asyncio.to_thread(tell_from_a_thread, topic, f"before {turn}")
        await asyncio.gather(*(follower.until(3) for follower in followers))
        hub.kill()
        for turn in range(5):
            await asyncio.to_thread(tell_from_a_thread, topic, f"meanwhile {turn}")
        await asyncio.to_thread(hub.start)
        for turn in range(5):
            await asyncio.to_thread(tell_from_a_thread, topic, f"after {turn}")
        await asyncio.gather(*(follower.until(15) for follower in followers))
        for task in following:
            task.cancel()
        await asyncio.gather(*following, return_exceptions=True)

    asyncio.run(story())
    expected = [event for event in full_list({topic}) if event.id > place]
    assert len(expected) == 15
    assert all(follower.seen == expected for follower in followers)
    assert min(follower.returns for follower in followers) >= 1


@pytest.mark.fault
def test_a_hub_that_is_asked_to_end_lets_everybody_go_gently(start_hub, tell, topic):
    hub = start_hub(drain_seconds=1)
    place = tell(topic)
    followers = [Follower.of(hub.port, new_id(), [topic], place) for _ in range(100)]
    ended: list[float] = []

    async def follow(follower: Follower) -> None:
        with pytest.raises(asyncio.IncompleteReadError):
            await follower.follow_once()
        ended.append(asyncio.get_running_loop().time())

    async def story() -> int:
        following = [asyncio.create_task(follow(follower)) for follower in followers]
        await asyncio.gather(*(follower.connected.wait() for follower in followers))
        code = await asyncio.to_thread(hub.stop)
        await asyncio.gather(*following)
        return code

    assert asyncio.run(story()) == 0
    assert 0.5 < max(ended) - min(ended) < 2
