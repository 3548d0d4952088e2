# SPDX-License-Identifier: EUPL-1.2
import asyncio
import math
from dataclasses import replace
from typing import cast

import structlog

from buurtwacht.lib.logs import facts_of

from . import routes
from .crowd import Subscriber
from .requests import MOST_BODY, MOST_HEAD, Refusal, Request, read_head
from .state import Hub

log = structlog.get_logger()

TO_ASK_AGAIN = 60.0  # seconds that a connection may stay open between two requests
TO_LEAVE = 10.0  # seconds in which the last words must be read


class Connection(asyncio.Protocol):
    """One TCP connection: reads requests, one after the other, until one of them makes it a stream."""

    __slots__ = ("_closes", "_unread", "busy", "deadline", "hub", "is_stream", "subscriber", "transport")

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.subscriber: Subscriber | None = None
        self.deadline = math.inf
        self.busy = False  # a request waits for its answer
        self.is_stream = False  # it only listens from now on
        self._closes = False
        self._unread = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.hub.callers.add(self)
        self.deadline = routes.now() + self.hub.options.ask_seconds
        if routes.is_full(self.hub):
            self.hub.counts.full += 1
            self.transport.write(self.hub.answers.busy)
            self.close()

    def data_received(self, data: bytes) -> None:
        if self.is_stream:
            return  # a stream has said what it had to say
        self._unread += data
        if len(self._unread) > MOST_HEAD + MOST_BODY:
            self._refuse(Refusal(431, "That is more than a request needs."))
        else:
            self._read_requests()

    def connection_lost(self, error: Exception | None) -> None:
        self.hub.callers.discard(self)
        if self.subscriber is not None:
            self.subscriber.leave()
            self.subscriber = None

    def pause_writing(self) -> None:
        if self.subscriber is not None:
            self.subscriber.pause()

    def resume_writing(self) -> None:
        if self.subscriber is not None:
            self.subscriber.resume()

    def become_stream(self, subscriber: Subscriber) -> None:
        self.hub.callers.discard(self)
        self.subscriber = subscriber
        self.is_stream = True
        self._unread = b""

    def answer(self, answer: bytes) -> None:
        """Answer the request that waits, and read the next."""
        if self.transport.is_closing():
            return
        self.transport.write(answer)
        self.busy = False
        if self._closes or self.hub.draining:
            self.close()
        else:
            self.deadline = routes.now() + TO_ASK_AGAIN
            if self._unread:
                asyncio.get_running_loop().call_soon(self._read_requests)

    def close(self) -> None:
        """End this connection when everything is written, or in a while all the same."""
        self.hub.callers.add(self)
        self.deadline = routes.now() + TO_LEAVE
        self.transport.close()

    def time_out(self) -> None:
        """Whoever sends a request in drops, or reads no answer, holds a place that others need."""
        self.hub.counts.late += 1
        if self.transport.is_closing():
            self.transport.abort()
        else:
            self._refuse(Refusal(408, "This took too long."))

    def _refuse(self, refusal: Refusal) -> None:
        self._closes = True
        self._unread = b""
        self.answer(self.hub.answers.answer(refusal.status, refusal.sentence, close=True))

    def _read_requests(self) -> None:
        while not self.busy and not self.is_stream and not self.transport.is_closing():
            try:
                request = self._next_request()
                if request is None:
                    return
                self.busy, self._closes, self.deadline = True, not request.keeps_open, math.inf
                routes.receive(self, request)
            except Refusal as refusal:
                self._refuse(refusal)
            except Exception as error:  # noqa: BLE001 - the edge of the hub: one bad request must not stop the others
                log.error("hub.request_failed", **facts_of(error))
                self._refuse(Refusal(500, "Something went wrong here."))

    def _next_request(self) -> Request | None:
        end = self._unread.find(b"\r\n\r\n")
        if end > MOST_HEAD or (end < 0 and len(self._unread) > MOST_HEAD):
            raise Refusal(431, "That is more than a request needs.")
        if end < 0:
            return None
        request, length = read_head(self._unread[:end])
        start = end + 4
        if len(self._unread) < start + length:
            return None
        body, self._unread = self._unread[start : start + length], self._unread[start + length :]
        return replace(request, body=body) if body else request
