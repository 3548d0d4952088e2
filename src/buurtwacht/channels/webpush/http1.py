# SPDX-License-Identifier: EUPL-1.2
"""For push services that do not speak HTTP/2: keep-alive connections of aiohttp."""

import asyncio
import ssl

import aiohttp
from yarl import URL

from buurtwacht.channels.answers import Answer
from buurtwacht.channels.base import DeliveryFailed

from .hosts import CheckedResolver
from .push import Push

CONNECTIONS_PER_HOST = 32
TIMEOUT = aiohttp.ClientTimeout(total=None, sock_connect=5, sock_read=10)


class Http1:
    """All such services of one event loop."""

    def __init__(self, tls: ssl.SSLContext) -> None:
        connector = aiohttp.TCPConnector(
            ssl=tls, limit=0, limit_per_host=CONNECTIONS_PER_HOST, resolver=CheckedResolver()
        )
        self._session = aiohttp.ClientSession(connector=connector, timeout=TIMEOUT, auto_decompress=False)
        self._tasks: set[asyncio.Task[None]] = set()

    def post(self, origin: str, push: Push) -> None:
        task = asyncio.get_running_loop().create_task(self._post(origin, push))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()

    async def _post(self, origin: str, push: Push) -> None:
        found: Answer | DeliveryFailed = DeliveryFailed("we are stopping", permanent=False)
        try:
            found = await self._answer(origin, push)
        except (aiohttp.ClientError, OSError) as error:  # OSError includes TimeoutError
            found = DeliveryFailed(f"no answer: {type(error).__name__}", permanent=False)
        finally:
            push.done(found)

    async def _answer(self, origin: str, push: Push) -> Answer:
        """A redirect is not followed: it would lead round the rules for hosts."""
        url = URL(origin + push.path.decode(), encoded=True)
        headers = {name.decode(): value.decode() for name, value in push.fields}
        async with self._session.post(url, data=push.body, headers=headers, allow_redirects=False) as response:
            return Answer(response.status, {name.lower(): value for name, value in response.headers.items()})
