# SPDX-License-Identifier: EUPL-1.2
"""Brings pushes to their push service, by HTTP/2 where it is offered, else by HTTP/1.1."""

import ssl
import time
from functools import partial

from .http1 import Http1
from .http2.pool import Pool
from .push import Push
from .subscription import Subscription

MOST_POOLS = 100
HTTP1_SECONDS = 3600  # after this long we ask again whether a service has learnt HTTP/2


class Sender:
    """Everything on its way in one event loop. `post` as many as there are, then `flush`."""

    def __init__(self) -> None:
        self._tls = _context(["h2", "http/1.1"])
        self._http1 = Http1(_context(["http/1.1"]))
        self._pools: dict[str, Pool] = {}
        self._http1_until: dict[str, float] = {}
        self._posted: set[Pool] = set()

    def post(self, subscription: Subscription, push: Push) -> None:
        origin = subscription.origin
        if subscription.scheme == "http" or self._http1_until.get(origin, 0) > time.monotonic():
            self._http1.post(origin, push)
            return
        pool = self._pools.get(origin) or self._new_pool(subscription)
        pool.post(push)
        self._posted.add(pool)

    def flush(self) -> None:
        posted, self._posted = self._posted, set()
        for pool in posted:
            pool.pump()

    async def close(self) -> None:
        for pool in self._pools.values():
            await pool.close()
        await self._http1.close()

    def _new_pool(self, subscription: Subscription) -> Pool:
        if len(self._pools) >= MOST_POOLS:
            self._pools = {origin: pool for origin, pool in self._pools.items() if not pool.is_empty}
        pool = Pool(
            subscription.host,
            subscription.port,
            subscription.authority,
            self._tls,
            partial(self._use_http1, subscription.origin),
        )
        self._pools[subscription.origin] = pool
        return pool

    def _use_http1(self, origin: str, pushes: list[Push]) -> None:
        self._http1_until[origin] = time.monotonic() + HTTP1_SECONDS
        for push in pushes:
            self._http1.post(origin, push)


def _context(protocols: list[str]) -> ssl.SSLContext:
    """The system's certificate authorities, or those in SSL_CERT_FILE."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(protocols)
    return context
