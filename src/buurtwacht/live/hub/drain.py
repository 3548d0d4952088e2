# SPDX-License-Identifier: EUPL-1.2
import asyncio

from .frames import retry
from .state import Hub

STEPS = 40
LAST_WORDS = 3.0  # seconds for answers that are still on their way


async def drain(hub: Hub, server: asyncio.Server) -> None:
    """Take no new screens, store all receipts, and let the open screens go bit by bit, each to come back elsewhere."""
    hub.draining = True
    server.close()
    subscribers = list(hub.crowd)
    for step in range(STEPS):
        for subscriber in subscribers[step::STEPS]:
            subscriber.end(retry())
        if subscribers:
            await asyncio.sleep(hub.options.drain_seconds / STEPS)
    try:
        async with asyncio.timeout(LAST_WORDS):
            await hub.intake.finish()
    except TimeoutError:
        pass  # whoever was not answered sends the receipt again
    for caller in list(hub.callers):
        caller.transport.close()
    await asyncio.sleep(0)
