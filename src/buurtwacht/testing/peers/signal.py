# SPDX-License-Identifier: EUPL-1.2
"""A signal-cli daemon that only pretends: its HTTP side as the manual pages describe it, and no Signal behind it."""

import asyncio
import json
from typing import Any

from aiohttp import web

from .serving import WebServer

KEPT = 1000  # events
GROUP = "Pmpi+EfPWmsxiomLe9Nx2XF9HOE483p6iKiFj65iMwI="  # the example of the manual


class SignalDaemon(WebServer):
    """Keeps what it is told to send; `tell` is somebody who says something. `result` or `error` is what it answers."""

    def __init__(self) -> None:
        app = web.Application()
        app.router.add_post("/api/v1/rpc", self._rpc)
        app.router.add_get("/api/v1/events", self._events)
        app.router.add_get("/api/v1/check", self._check)
        super().__init__(app)
        self.sent: list[dict[str, Any]] = []
        self.groups = [{"id": GROUP, "isMember": True}]
        self.attachments: dict[str, str] = {}
        self.error: dict[str, Any] | None = None
        self.results: list[dict[str, Any]] | None = None
        self.asked_after: list[str] = []  # each listener's Last-Event-ID
        self._kept: list[tuple[int, str]] = []
        self._news: asyncio.Condition | None = None
        self._ends = False
        self._clock = 1_800_000_000_000

    def tell(self, envelope: dict[str, Any]) -> None:
        self.run(self._tell(envelope))

    async def _tell(self, envelope: dict[str, Any]) -> None:
        news = self._news = self._news or asyncio.Condition()
        async with news:
            number = self._kept[-1][0] + 1 if self._kept else 1
            self._kept = [*self._kept, (number, json.dumps({"envelope": envelope, "account": "+31600000000"}))][-KEPT:]
            news.notify_all()

    async def _check(self, request: web.Request) -> web.Response:
        return web.Response()

    async def _rpc(self, request: web.Request) -> web.Response:
        asked = json.loads(await request.read())
        answer: dict[str, Any] = {"jsonrpc": "2.0", "id": asked.get("id")}
        method, params = asked.get("method"), asked.get("params", {})
        if method == "listGroups":
            return web.json_response(answer | {"result": self.groups})
        if method == "getAttachment":
            return web.json_response(answer | {"result": {"data": self.attachments[params["id"]]}})
        if method == "quitGroup":
            self.groups = [one for one in self.groups if one["id"] != params["groupId"]]
            return web.json_response(answer | {"result": {"timestamp": self._clock}})
        if method != "send":
            return web.json_response(answer | {"error": {"code": -32601, "message": "method not found", "data": None}})
        if self.error:
            return web.json_response(answer | {"error": self.error})
        self.sent.append(params)
        self._clock += 1
        result: dict[str, Any] = {"timestamp": self._clock}
        if self.results is not None:
            result["results"] = self.results
        return web.json_response(answer | {"result": result})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        news = self._news = self._news or asyncio.Condition()
        last = request.headers.get("Last-Event-ID", "")
        self.asked_after.append(last)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        await response.write(b":\n")
        known = {str(number) for number, _text in self._kept}
        told = int(last) if last in known else 0  # an id that is not known: everything that was kept
        while not self._ends:
            for number, text in [one for one in self._kept if one[0] > told]:
                await response.write(f"event:receive\nid:{number}\ndata:{text}\n\n".encode())
                told = number
            async with news:
                while not self._ends and (not self._kept or self._kept[-1][0] <= told):
                    await news.wait()
        return response

    async def stop(self) -> None:
        self._ends = True
        if self._news:
            async with self._news:
                self._news.notify_all()
        await super().stop()
