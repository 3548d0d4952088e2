# SPDX-License-Identifier: EUPL-1.2
"""The connections to one push service, and the pushes that wait for room on them."""

import asyncio
import ssl
from collections import deque
from collections.abc import Callable

import structlog

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.webpush import hosts
from buurtwacht.channels.webpush.push import Push
from buurtwacht.lib.logs import facts_of

from .connection import Connection, NotHttp2

log = structlog.get_logger(__name__)

RANKS = 4
MOST_CONNECTIONS = 6  # at 50 ms and 100 streams one connection gives 2,000 pushes a second
MOST_TRIES = 2  # a connection that breaks just as we write is normal after a quiet hour; twice is not
GROW_SECONDS = 0.03
CONNECT_SECONDS = 5.0
SWEEP_SECONDS = 0.5
IDLE_SECONDS = 60.0
WAIT_SECONDS = 30.0  # for room on a connection; then it is better to say so than to wait on


class Pool:
    """Hands pushes to connections, most urgent first, and opens more of those while pushes have to wait."""

    def __init__(
        self, host: str, port: int, authority: str, tls: ssl.SSLContext, on_http1: Callable[[list[Push]], None]
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._host, self._port, self._authority, self._tls = host, port, authority, tls
        self._on_http1 = on_http1
        self._waiting: tuple[deque[Push], ...] = tuple(deque() for _ in range(RANKS))
        self._connections: list[Connection] = []
        self._opening: asyncio.Task[None] | None = None
        self._growth: asyncio.TimerHandle | None = None
        self._sweeping: asyncio.TimerHandle | None = None
        self._closed = False

    @property
    def is_empty(self) -> bool:
        return not (self._connections or self._opening or any(self._waiting))

    def post(self, push: Push) -> None:
        """Queue a push; `pump` sends it."""
        push.since = self._loop.time()
        self._waiting[push.rank].append(push)

    def pump(self) -> None:
        """Send as much as there is room for."""
        for connection in self._connections:
            if connection.unanswered:
                self._again(connection.take_unanswered())
        for connection in self._connections:
            while connection.has_room and (push := self._take()):
                connection.send(push)
            connection.flush()
        if any(self._waiting):
            self._grow()

    async def close(self) -> None:
        self._closed = True
        for timer in (self._growth, self._sweeping):
            if timer:
                timer.cancel()
        if self._opening:
            self._opening.cancel()
        self._fail_waiting("we are stopping")
        for connection in list(self._connections):
            connection.close()

    def _take(self) -> Push | None:
        for queue in self._waiting:
            if queue:
                return queue.popleft()
        return None

    def _again(self, pushes: list[Push]) -> None:
        for push in reversed(pushes):
            if push.tries < MOST_TRIES:
                self._waiting[push.rank].appendleft(push)
            else:
                push.done(DeliveryFailed("the connection broke", permanent=False))

    def _fail_waiting(self, reason: str) -> None:
        while push := self._take():
            push.done(DeliveryFailed(reason, permanent=False))

    def _grow(self) -> None:
        """Open the first connection at once, each further one only when waiting has lasted a while."""
        usable = [each for each in self._connections if not each.closing]
        if self._opening or len(usable) >= MOST_CONNECTIONS:
            return
        if not usable:
            self._open()
        elif self._growth is None:
            self._growth = self._loop.call_later(GROW_SECONDS, self._grown)

    def _grown(self) -> None:
        self._growth = None
        if any(self._waiting) and not self._opening:
            self._open()

    def _open(self) -> None:
        self._opening = self._loop.create_task(self._connect())

    async def _connect(self) -> None:
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                connection = await self._connection()
        except NotHttp2:
            self._opening = None
            pushes = [push for queue in self._waiting for push in queue]
            for queue in self._waiting:
                queue.clear()
            self._on_http1(pushes)
        except OSError as error:  # which includes TimeoutError and everything of TLS
            self._opening = None
            log.warning("push.no_connection", host=self._host, **facts_of(error))
            if not any(not each.closing for each in self._connections):
                self._fail_waiting(f"no connection: {type(error).__name__}")
        else:
            self._opening = None
            if not connection.closing:
                self._connections.append(connection)
            self._sweeping = self._sweeping or self._loop.call_later(SWEEP_SECONDS, self._sweep)
            self.pump()

    async def _connection(self) -> Connection:
        """A connection whose settings are known, to the first address that answers."""
        problem: OSError = ConnectionError("no address")
        for place in await hosts.addresses_of(self._host, self._port):
            try:
                transport, connection = await self._loop.create_connection(
                    lambda: Connection(self._authority, self.pump, self._lost),
                    place["host"],
                    self._port,
                    ssl=self._tls,
                    server_hostname=self._host,
                )
            except OSError as error:
                problem = error
            else:
                return await self._settled(transport, connection)
        raise problem

    async def _settled(self, transport: asyncio.Transport, connection: Connection) -> Connection:
        try:
            await connection.ready
        except BaseException:  # also when the time is up: nothing stays open behind our back
            transport.abort()
            raise
        return connection

    def _lost(self, connection: Connection, pushes: list[Push]) -> None:
        if connection in self._connections:
            self._connections.remove(connection)
        self._again(pushes)
        if self._closed:
            self._fail_waiting("we are stopping")
        self.pump()

    def _sweep(self) -> None:
        for queue in self._waiting:
            while queue and self._loop.time() - queue[0].since > WAIT_SECONDS:
                queue.popleft().done(DeliveryFailed("no room in time", permanent=False))
        for connection in list(self._connections):
            if connection.is_idle and connection.quiet_seconds() > IDLE_SECONDS:
                connection.close()
            else:
                connection.sweep()
        again = bool(self._connections)
        self._sweeping = self._loop.call_later(SWEEP_SECONDS, self._sweep) if again else None
