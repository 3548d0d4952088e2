# SPDX-License-Identifier: EUPL-1.2
"""For channels that send by asking something of a web server, which most do."""

import asyncio
from typing import Any

import aiohttp
from django.conf import settings
from yarl import URL

from .answers import Answer, failure_in
from .base import Channel, DeliveryFailed

TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=5)


class HttpChannel(Channel):
    """Knows how to ask, and what an answer means. A channel of your own adds what to ask."""

    timeout = TIMEOUT

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._session: aiohttp.ClientSession | None = None

    async def post(self, url: str, **content: Any) -> bytes:
        """The body of a yes. Raises `DeliveryFailed` for everything else.

        `url` comes from the settings of the installation, never from a member: there is no check of where it leads.
        """
        answer, body = await self.ask("POST", url, **content)
        failure = failure_in(answer)
        if failure:
            raise failure
        return body

    async def ask(
        self, method: str, url: str | URL, *, seconds: float | None = None, **content: Any
    ) -> tuple[Answer, bytes]:
        """What the other side answers, whatever it is. Raises `DeliveryFailed` when there is no answer in time."""
        if seconds is not None:
            content["timeout"] = aiohttp.ClientTimeout(total=seconds)
        try:
            async with self._open().request(method, url, allow_redirects=False, **content) as response:
                body = await _whole(response)
                headers = {name.lower(): value for name, value in response.headers.items()}
                return Answer(response.status, headers), body
        except (aiohttp.ClientError, OSError) as error:  # OSError includes TimeoutError
            unknown = not isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError)
            raise DeliveryFailed(f"no answer: {type(error).__name__}", permanent=False, unknown=unknown) from error

    async def close(self) -> None:
        if self._session:
            await self._session.close()
        self._session = self._loop = None

    def _open(self) -> aiohttp.ClientSession:
        """A session belongs to an event loop; another loop (in tests) gets its own."""
        loop = asyncio.get_running_loop()
        if self._session is None or self._loop is not loop:
            self._session, self._loop = aiohttp.ClientSession(timeout=self.timeout), loop
        return self._session


async def _whole(response: aiohttp.ClientResponse) -> bytes:
    """What they answer, unpacked. Raises `DeliveryFailed` for more than may come in: somebody else may have made it."""
    found = bytearray()
    async for piece in response.content.iter_any():
        found += piece
        if len(found) > settings.MOST_INCOMING_BYTES:
            raise DeliveryFailed("the answer is too large", permanent=False, unknown=True)
    return bytes(found)
