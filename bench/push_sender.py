# SPDX-License-Identifier: EUPL-1.2
"""One sender of `bench/push.py`: `python -m bench.push_sender NAME URL COUNT` prints pushes per second as JSON.

`ready`, `fresh`: our channel, from Message to answer, with keys made before and without. `wire`: our HTTP/2 with one
body that was sealed before. `sealing`: RFC 8291 alone, without words or network.
"""

import asyncio
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

import django
import uvloop

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")
django.setup()

from buurtwacht.channels.base import Message
from buurtwacht.channels.webpush import channel as webpush
from buurtwacht.channels.webpush.contexts import fresh
from buurtwacht.channels.webpush.encryption import seal
from buurtwacht.channels.webpush.headers import fields
from buurtwacht.channels.webpush.payload import payload
from buurtwacht.channels.webpush.push import Push
from buurtwacht.channels.webpush.sender import Sender
from buurtwacht.channels.webpush.subscription import Subscription
from buurtwacht.channels.webpush.vapid import Vapid
from buurtwacht.testing.peers.subscriber import Subscriber

BODY = "Bel alleen bij nieuwe informatie. Er wordt aan achterpoorten gevoeld bij de Lijsterstraat. Blijf binnen. " * 2
UNDER_WAY = 100  # for those who send one by one
SUBSCRIBERS = 100  # for those who keep nothing per subscription


class Clock:
    """Time by the clock and on the processor, of what stands in its `with`."""

    def __enter__(self) -> "Clock":
        self._begun = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = time.perf_counter() - self._begun[0]
        self.cpu_seconds = time.process_time() - self._begun[1]


def message(number: int) -> Message:
    """An alarm; every member's has a receipt of its own. About 600 bytes when it is JSON."""
    return Message(
        title="112 gebeld 21:14. Vogelbuurt",
        body=BODY,
        url="https://buurtwacht.example/meldingen/019c3f6e-7a0e-7c4a-9b2e-0d5e6f7a8b9c/",
        urgency="alarm",
        topic="019c3f6e7a0e7c4a9b2e0d5e6f7a8b9c",
        ttl=3600,
        receipt_url=f"https://buurtwacht.example/live/receipts?token={number:064x}",
    )


def endpoint(url: str, number: int) -> str:
    return f"{url}/wpush/v2/{number:04d}{'x' * 120}"


async def ours(url: str, count: int, ready: bool) -> Clock:
    channel = webpush.WebPushChannel()
    batch = [(message(n), Subscriber(endpoint(url, n)).address) for n in range(count)]
    await channel.send_many([(message(0), Subscriber(endpoint(url, 0)).address)] * 200)
    if ready:
        await channel.prepare(address for _, address in batch)
    with Clock() as clock:
        outcomes = await channel.send_many(batch)
    assert len(outcomes) == count
    assert not any(isinstance(outcome, Exception) for outcome in outcomes)
    await channel.close()
    return clock


async def wire(url: str, count: int) -> Clock:
    subscription = Subscription(Subscriber(endpoint(url, 0)).address)
    body = seal(fresh(subscription), payload(message(0)))
    headers = fields(message(0), Vapid().header(subscription.origin))
    sender = Sender()
    for amount in (200, count):
        left, done = amount, asyncio.get_running_loop().create_future()

        def answered(_: Any) -> None:
            nonlocal left
            left -= 1
            if not left:
                done.set_result(None)  # noqa: B023  # runs within this turn of the loop

        with Clock() as clock:
            for number in range(amount):
                sender.post(subscription, Push(subscription.path, headers, body, answered))
                if number % 16 == 15:
                    sender.flush()
                    await asyncio.sleep(0)
            sender.flush()
            await done
    await sender.close()
    return clock


async def sealing(url: str, count: int) -> Clock:
    subscription = Subscription(Subscriber(endpoint(url, 0)).address)
    words = payload(message(0))
    with Clock() as clock:
        for _ in range(count):
            seal(fresh(subscription), words)
    return clock


def pywebpush_key() -> str:
    from buurtwacht.channels.webpush import base64url

    return base64url.encode(os.urandom(31).rjust(32, b"\1"))


async def pywebpush_documented(url: str, count: int) -> Clock:
    """`webpush(...)` in a loop, as its README shows."""
    import pywebpush

    subscribers = [Subscriber(endpoint(url, n)).info for n in range(SUBSCRIBERS)]
    words, key = payload(message(0)).decode(), pywebpush_key()
    with Clock() as clock:
        for n in range(count):
            pywebpush.webpush(
                subscribers[n % SUBSCRIBERS], words, key, {"sub": "mailto:operator@example.org"}, ttl=3600
            )
    return clock


async def pywebpush_async(url: str, count: int) -> Clock:
    """`webpush_async(...)` with one session, a hundred at a time."""
    import ssl

    import aiohttp
    import pywebpush

    subscribers = [Subscriber(endpoint(url, n)).info for n in range(SUBSCRIBERS)]
    words, key, numbers = payload(message(0)).decode(), pywebpush_key(), iter(range(count))
    connector = aiohttp.TCPConnector(ssl=ssl.create_default_context(), limit=UNDER_WAY)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def work() -> None:
            for n in numbers:
                await pywebpush.webpush_async(
                    subscribers[n % SUBSCRIBERS],
                    words,
                    key,
                    {"sub": "mailto:operator@example.org"},
                    ttl=3600,
                    aiohttp_session=session,
                )

        with Clock() as clock:
            await asyncio.gather(*(work() for _ in range(UNDER_WAY)))
    return clock


SENDERS: dict[str, Callable[[str, int], Awaitable[Clock]]] = {
    "ready": lambda url, count: ours(url, count, ready=True),
    "fresh": lambda url, count: ours(url, count, ready=False),
    "wire": wire,
    "sealing": sealing,
    "pywebpush": pywebpush_documented,
    "pywebpush, async": pywebpush_async,
}


def main() -> None:
    name, url, count = sys.argv[1], sys.argv[2], int(sys.argv[3])

    async def run() -> Clock:
        return await SENDERS[name](url, count)

    clock = uvloop.run(run())
    print(json.dumps({"per_second": count / clock.seconds, "per_cpu_second": count / clock.cpu_seconds}))


if __name__ == "__main__":
    main()
