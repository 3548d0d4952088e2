# SPDX-License-Identifier: EUPL-1.2
"""A push service on this machine, for real browsers and for made-up ones.

To Firefox it is what Mozilla's autopush is: a WebSocket on which a browser registers channels and gets notifications
(preferences: `firefox.push_preferences`). To senders it is an RFC 8030 service with an endpoint per channel, which
checks the headers and the signature as the real ones do. `subscriber()` makes a subscription without a browser.
"""

import base64
import json
import ssl
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import py_vapid
from aiohttp import WSMsgType, web

from .serving import WebServer
from .subscriber import Subscriber


@dataclass(frozen=True)
class Taken:
    """A message that the service took."""

    channel: str
    headers: dict[str, str]
    body: bytes


class PushService(WebServer):
    """`taken` holds every message, `acknowledged` the codes with which browsers answered: 100 means shown."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        app = web.Application()
        app.router.add_get("/", self._browser)
        app.router.add_post("/wpush/v2/{channel}", self._push)
        super().__init__(app, tls)
        self.taken: list[Taken] = []
        self.acknowledged: list[int] = []
        self.gone: set[str] = set()
        self._channels: dict[str, web.WebSocketResponse | None] = {}
        self._subscribers: dict[str, Subscriber] = {}

    def subscriber(self) -> Subscriber:
        """A subscription without a browser; `read_by` it gives what reached it."""
        channel = uuid4().hex
        self._channels[channel] = None
        self._subscribers[channel] = Subscriber(self.endpoint(channel))
        return self._subscribers[channel]

    def read_by(self, subscriber: Subscriber) -> list[dict[str, Any]]:
        return [subscriber.read(each.body) for each in self.taken if self.endpoint(each.channel) == subscriber.endpoint]

    def expire(self, endpoint: str) -> None:
        """The browser has withdrawn its subscription: from now on the answer is 410."""
        self.gone.add(endpoint.rpartition("/")[2])

    def endpoint(self, channel: str) -> str:
        return f"{self.url}/wpush/v2/{channel}"

    async def _browser(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse(protocols=["push-notification"])
        await socket.prepare(request)
        async for said in socket:
            if said.type is WSMsgType.TEXT and (answer := self._hear(socket, json.loads(said.data))):
                await socket.send_json(answer)
        return socket

    def _hear(self, socket: web.WebSocketResponse, said: dict[str, Any]) -> dict[str, Any] | None:
        kind = said.get("messageType", "ping")
        if kind == "hello":
            return {
                "messageType": "hello",
                "status": 200,
                "uaid": said.get("uaid") or uuid4().hex,
                "use_webpush": True,
                "broadcasts": {},
            }
        if kind == "register":
            channel = said["channelID"]
            self._channels[channel] = socket
            return said | {"status": 200, "pushEndpoint": self.endpoint(channel)}
        if kind == "unregister":
            self.gone.add(said["channelID"])
            return said | {"status": 200}
        if kind == "ack":
            self.acknowledged += [update["code"] for update in said["updates"]]
        if kind == "nack":
            self.acknowledged.append(said["code"])
        return {} if kind == "ping" else None

    async def _push(self, request: web.Request) -> web.Response:
        channel = request.match_info["channel"]
        headers = {name.lower(): value for name, value in request.headers.items()}
        body = await request.read()
        refusal = self._refusal(channel, headers, body)
        if refusal:
            return web.json_response({"code": refusal, "errno": 0}, status=refusal)
        self.taken.append(Taken(channel, headers, body))
        version = uuid4().hex
        socket = self._channels[channel]
        if socket is not None and not socket.closed:
            await socket.send_json(
                {
                    "messageType": "notification",
                    "channelID": channel,
                    "version": version,
                    "ttl": int(headers["ttl"]),
                    "data": base64.urlsafe_b64encode(body).rstrip(b"=").decode(),
                    "headers": {"encoding": headers["content-encoding"]},
                }
            )
        return web.Response(status=201, headers={"Location": f"{self.url}/m/{version}", "TTL": headers["ttl"]})

    def _refusal(self, channel: str, headers: dict[str, str], body: bytes) -> int | None:
        """The status of a refusal, as Mozilla's service gives it."""
        if channel in self.gone:
            return 410
        if channel not in self._channels:
            return 404
        if not headers.get("ttl", "").isdigit() or headers.get("content-encoding") != "aes128gcm":
            return 400
        if len(body) > 4096:
            return 413
        return None if self._is_signed(headers.get("authorization", "")) else 401

    def _is_signed(self, authorization: str) -> bool:
        """A valid token that is meant for this service."""
        token = authorization.removeprefix("vapid t=").partition(",")[0]
        try:
            padded = token.split(".")[1] + "=="
            claims = json.loads(base64.urlsafe_b64decode(padded))
            return claims["aud"] == self.url and py_vapid.Vapid02.verify(authorization.replace(", k=", ",k="))
        except (ValueError, IndexError, KeyError, AssertionError, py_vapid.VapidException):
            return False
