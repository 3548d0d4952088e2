# SPDX-License-Identifier: EUPL-1.2
"""For channels where nobody knocks: one process goes and gets what comes in, while it owns the account."""

import asyncio
from collections.abc import Collection

import structlog

from buurtwacht.channels.base import Channel
from buurtwacht.channels.inbound import Raw
from buurtwacht.delivery.threads import Call
from buurtwacht.lib.logs import facts_of

from .storing import keep

log = structlog.get_logger()

LOOK_EVERY = 1.0  # seconds between two looks at whether the account is ours
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0


async def listen_on(channel: Channel, owned: Collection[str], call: Call) -> None:
    """Listen until cancelled, whenever this process owns the account. A channel that breaks is tried again."""

    async def take_in(raw: Raw) -> None:
        await call(keep, channel.kind, raw)

    pause = FIRST_PAUSE
    while True:
        if channel.kind not in owned:
            await asyncio.sleep(LOOK_EVERY)
            continue
        started = asyncio.get_running_loop().time()
        try:
            await _while_owned(channel, owned, asyncio.create_task(channel.listen(take_in)))
        except Exception as error:  # noqa: BLE001 - the worker's edge: one broken channel must not stop the others
            log.warning("inbox.channel_away", channel=channel.kind, **facts_of(error))
        lasted = asyncio.get_running_loop().time() - started
        pause = FIRST_PAUSE if lasted > LONGEST_PAUSE else min(pause * 2, LONGEST_PAUSE)
        await asyncio.sleep(pause)


async def _while_owned(channel: Channel, owned: Collection[str], listening: asyncio.Task[None]) -> None:
    try:
        while not listening.done() and channel.kind in owned:
            await asyncio.wait([listening], timeout=LOOK_EVERY)
        if listening.done():
            await listening
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
