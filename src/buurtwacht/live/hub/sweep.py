# SPDX-License-Identifier: EUPL-1.2
import asyncio
import time

from .feed import TOKEN_LIFE
from .state import Hub

MINUTE = 60  # beats


async def sweep(hub: Hub) -> None:
    """Every beat, a second: heartbeats for one bucket, and an end to requests that never arrive."""
    loop = asyncio.get_running_loop()
    beats = 0
    while True:
        await asyncio.sleep(hub.options.beat_seconds)
        beats += 1
        hub.crowd.beat()
        now = loop.time()
        for connection in [caller for caller in hub.callers if caller.deadline < now]:
            connection.time_out()
        if beats % MINUTE == 0:
            hub.intake.forget_lately()
            hub.closings.forget(time.time() - TOKEN_LIFE)
