# SPDX-License-Identifier: EUPL-1.2
"""What comes in, as the daemon tells it: server-sent events. It keeps the last thousand while we are away."""

from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass

import aiohttp
from django.conf import settings

from buurtwacht.channels.base import TakeIn
from buurtwacht.channels.inbound import Raw

EVENTS = "/api/v1/events"
SILENCE = 120.0  # seconds; the daemon says something empty every quarter of a minute
LONGEST_LINE = 2**22
BEFORE_ALL = "0"  # an id that the daemon does not know makes it tell all that it kept


@dataclass(frozen=True, slots=True)
class Told:
    """One event: its name for it, and what it says."""

    id: str
    data: bytes


@dataclass(slots=True)
class Place:
    """How far we are: the last event that is on disk."""

    last: str = BEFORE_ALL


async def listen(take_in: TakeIn, place: Place) -> None:
    """Take in what comes, until cancelled or cut off. What was taken in twice is heard once."""
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=5, sock_read=SILENCE)
    async with aiohttp.ClientSession(timeout=timeout, read_bufsize=LONGEST_LINE) as session:
        headers = {"Accept": "text/event-stream", "Last-Event-ID": place.last}
        url = settings.SIGNAL_URL.rstrip("/") + EVENTS
        async with session.get(url, headers=headers, allow_redirects=False) as response:
            response.raise_for_status()
            async for told in events_in(response.content):
                await take_in(Raw(body=told.data, rest="events"))
                place.last = told.id or place.last


async def events_in(lines: AsyncIterable[bytes]) -> AsyncIterator[Told]:
    """The events of a stream (HTML standard, "server-sent events"): fields until an empty line."""
    name, data = "", list[bytes]()
    async for line in lines:
        field, _colon, value = line.rstrip(b"\r\n").partition(b":")
        value = value.removeprefix(b" ")
        if not line.strip():
            if data:
                yield Told(name, b"\n".join(data))
            data = []
        elif field == b"data":
            data.append(value)
        elif field == b"id":
            name = value.decode(errors="replace")
