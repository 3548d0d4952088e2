# SPDX-License-Identifier: EUPL-1.2
"""The business's end of a webhook: answers the handshake, and keeps what it hears."""

import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

from aiohttp import web

from buurtwacht.testing.peers.serving import WebServer


def wait_until(happened: Callable[[], object]) -> None:
    """At most ten seconds."""
    deadline = time.monotonic() + 10
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.005)


class Ear(WebServer):
    """`answers` are the first statuses that it gives; after those 200."""

    def __init__(self) -> None:
        app = web.Application()
        app.router.add_get("/hook", self._greet)
        app.router.add_post("/hook", self._hear)
        super().__init__(app)
        self.verify_token = self.secret = ""
        self.answers: list[int] = []
        self.heard: list[dict[str, Any]] = []
        self.posts = 0

    @property
    def hook(self) -> str:
        return f"{self.url}/hook"

    def statuses(self) -> list[str]:
        """In the order in which they came."""
        changes = [change for body in self.heard for entry in body["entry"] for change in entry["changes"]]
        return [status["status"] for change in changes for status in change["value"].get("statuses", [])]

    async def _greet(self, request: web.Request) -> web.Response:
        if request.query["hub.mode"] != "subscribe" or request.query["hub.verify_token"] != self.verify_token:
            return web.Response(status=403)
        return web.Response(text=request.query["hub.challenge"])

    async def _hear(self, request: web.Request) -> web.Response:
        self.posts += 1
        body = await request.read()
        digest = hmac.new(self.secret.encode(), body, hashlib.sha256).hexdigest()
        if request.headers["X-Hub-Signature-256"] != f"sha256={digest}":
            return web.Response(status=401)
        answer = self.answers.pop(0) if self.answers else 200
        if answer == 200:
            self.heard.append(json.loads(body))
        return web.Response(status=answer)
