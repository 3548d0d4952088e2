# SPDX-License-Identifier: EUPL-1.2
import asyncio
import time

import pytest

from buurtwacht.lib.ids import new_id
from buurtwacht.live.tokens import stream_token
from buurtwacht.testing.screens import Follower, Screen

READERS, TOLD, SIZE = 20, 150, 60_000  # more than the kernel holds for a connection
BOUND = 3.0  # seconds, where some hundredths are usual; a slow and busy machine takes its time


@pytest.mark.fault
def test_who_does_not_read_is_cut_off_and_slows_nobody(hub, tell, tell_from_a_thread, topic):
    """The slow one comes back when it can, and replays; the others never notice."""
    place = tell(topic)
    readers = [Follower.of(hub.port, new_id(), [topic], place) for _ in range(READERS)]
    delays: list[float] = []

    async def story() -> None:
        following = [asyncio.create_task(reader.follow()) for reader in readers]
        await asyncio.gather(*(reader.connected.wait() for reader in readers))
        for turn in range(TOLD):
            await asyncio.to_thread(tell_from_a_thread, topic, "x" * SIZE)
            start = time.perf_counter()
            await asyncio.gather(*(reader.until(turn + 1) for reader in readers))
            delays.append(time.perf_counter() - start)
        for task in following:
            task.cancel()
        await asyncio.gather(*following, return_exceptions=True)

    with Screen(hub.port, stream_token(new_id(), [topic]), buffer=4096) as slow:
        assert slow.status == 200
        asyncio.run(story())
        assert hub.figure("slow_total") == 1
        assert slow.is_ended()
    assert sorted(delays)[len(delays) * 95 // 100] < BOUND
    assert max(reader.returns for reader in readers) == 0

    with Screen(hub.port, stream_token(new_id(), [topic]), place) as back:
        assert len(back.take(TOLD)) == TOLD
