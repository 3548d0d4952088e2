# SPDX-License-Identifier: EUPL-1.2
"""A provider that answers what it is told to, and keeps what it was asked."""

import asyncio
import json
import ssl
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from .serving import WebServer


@dataclass(frozen=True)
class Answering:
    """One answer: a status, a body, headers; or none at all."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


HANG_UP = Answering(0)
SILENCE = Answering(-1)


def answer(status: int, body: Any = None, **headers: str) -> Answering:
    """`answer(429, retry_after="7")`; a body that is not bytes goes as JSON."""
    sent = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    return Answering(status, sent, {name.replace("_", "-"): value for name, value in headers.items()})


@dataclass(frozen=True)
class Asked:
    path: str
    headers: dict[str, str]
    body: bytes


class Provider(WebServer):
    """Answers with `answers`, one after the other; the last one for ever."""

    def __init__(self, *answers: Answering, tls: ssl.SSLContext | None = None) -> None:
        app = web.Application(client_max_size=1_000_000)
        app.router.add_route("*", "/{path:.*}", self._take)
        super().__init__(app, tls)
        self.answers = deque(answers or [answer(201)])
        self.asked: list[Asked] = []

    async def _take(self, request: web.Request) -> web.StreamResponse:
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.asked.append(Asked(request.path_qs, headers, await request.read()))
        given = self.answers.popleft() if len(self.answers) > 1 else self.answers[0]
        if given is SILENCE:
            await asyncio.sleep(60)
        if given is HANG_UP:
            assert request.transport
            request.transport.abort()
        return web.Response(status=max(given.status, 200), body=given.body, headers=given.headers)
