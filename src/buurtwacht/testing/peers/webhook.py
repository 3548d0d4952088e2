# SPDX-License-Identifier: EUPL-1.2
"""Our own address for what comes in, without the rest of the site: a real web server that keeps what it is handed."""

import threading
import time
from collections import deque
from collections.abc import Callable

from aiohttp import web

from buurtwacht.channels.inbound import Event, Raw, Receiver, Refused

from .serving import WebServer


class Webhook(WebServer):
    """Hands what comes to the receiver, as the site does. `troubles` are statuses to answer first, instead."""

    def __init__(self, receiver: Callable[[], Receiver], prefix: str) -> None:
        app = web.Application(client_max_size=10_000_000)
        app.router.add_route("*", prefix + "/{rest:.*}", self._take)
        super().__init__(app)
        self._receiver = receiver
        self.troubles: deque[int] = deque()
        self.refused = 0
        self.kept: list[Raw] = []
        self._arrived = threading.Condition()

    def forget(self) -> None:
        self.kept.clear()
        self.refused = 0
        self.troubles.clear()

    def heard(self, is_it: Callable[[Event], bool], seconds: float = 30.0) -> list[Event]:
        """What was said so far, in order, once there is something among it that `is_it`."""
        deadline = time.monotonic() + seconds
        while True:
            with self._arrived:
                seen = len(self.kept)
            events = [event for raw in self.kept[:seen] for event in self._receiver().read(raw)]
            if any(is_it(event) for event in events):
                return events
            with self._arrived:
                if len(self.kept) == seen and not self._arrived.wait(deadline - time.monotonic()):
                    raise AssertionError(f"nothing of the kind in {len(events)} events")

    def heard_anything(self, seconds: float = 30.0) -> None:
        """Read what comes, once anything did."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: self.kept, seconds), "nothing came"
        for raw in list(self.kept):
            list(self._receiver().read(raw))

    def read_until(self, true: Callable[[], object], seconds: float = 30.0) -> None:
        """Read what comes, each thing once, until something else has become true by it."""
        deadline = time.monotonic() + seconds
        seen = 0
        while not true():
            assert time.monotonic() < deadline, "it takes too long"
            for raw in self.kept[seen:]:
                list(self._receiver().read(raw))
                seen += 1
            time.sleep(0.1)

    async def _take(self, request: web.Request) -> web.Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        query = request.query_string
        raw = Raw(
            body=await request.read(),
            headers=headers,
            method=request.method,
            rest=request.match_info["rest"],
            query=query,
        )
        if self.troubles:
            return web.Response(status=self.troubles.popleft())
        try:
            reply = self._receiver().greet(raw)
        except Refused:
            self.refused += 1
            return web.Response(status=403)
        if reply.keep:
            with self._arrived:
                self.kept.append(raw)
                self._arrived.notify_all()
        return web.Response(status=reply.status, body=reply.body, content_type=reply.content_type.partition(";")[0])
