# SPDX-License-Identifier: EUPL-1.2
"""Keys before words: for each subscription one encryption context, made in an idle moment, used once, then replaced.

They are kept in memory only, and never outlive a fork: two processes with the same context would seal two messages
under one key and nonce, which gives both away.
"""

import asyncio
import os
import weakref
from collections.abc import Callable, Iterable

from .encryption import Context, derive
from .subscription import Subscription, Unusable

MOST_READY = 200_000  # about 300 bytes each
AT_A_STRETCH = 8  # under a millisecond; then the loop may do something else
PAUSE_SECONDS = 0.005

_everywhere: "weakref.WeakSet[Contexts]" = weakref.WeakSet()


def fresh(subscription: Subscription) -> Context:
    """A context for now. Raises `Unusable` for a key that is no key."""
    return derive(subscription.public, subscription.point, subscription.auth)


class Contexts:
    """The contexts that are ready, by subscription."""

    def __init__(self, is_busy: Callable[[], bool] = lambda: False) -> None:
        self._ready: dict[bytes, Context] = {}
        self._wanted: dict[bytes, Subscription] = {}
        self._is_busy = is_busy
        self._refilling: asyncio.Task[None] | None = None
        _everywhere.add(self)

    def __contains__(self, subscription: Subscription) -> bool:
        return subscription.key in self._ready

    def take(self, subscription: Subscription) -> Context:
        """The context for one message: a ready one, else a fresh one. A new one is made later."""
        ready = self._ready.pop(subscription.key, None)
        self._want(subscription)
        return ready or fresh(subscription)

    async def prepare(self, subscriptions: Iterable[Subscription]) -> None:
        """Make contexts for those that have none, and let others work in between."""
        for subscription in subscriptions:
            if subscription.key not in self._ready:
                self._want(subscription)
        while self._wanted:
            self._make(AT_A_STRETCH)
            await asyncio.sleep(0)

    def refill(self) -> None:
        """Replace what was used, as soon as there is nothing better to do."""
        if self._wanted and (self._refilling is None or self._refilling.done()):
            self._refilling = asyncio.get_running_loop().create_task(self._refill())

    def clear(self) -> None:
        self._ready.clear()
        self._wanted.clear()

    async def close(self) -> None:
        if self._refilling and not self._refilling.done():
            self._refilling.cancel()
        self.clear()

    def _want(self, subscription: Subscription) -> None:
        if len(self._wanted) < MOST_READY:
            self._wanted[subscription.key] = subscription

    async def _refill(self) -> None:
        while self._wanted:
            await asyncio.sleep(PAUSE_SECONDS)
            if not self._is_busy():
                self._make(AT_A_STRETCH)

    def _make(self, count: int) -> None:
        for _ in range(min(count, len(self._wanted))):
            key, subscription = self._wanted.popitem()
            if len(self._ready) >= MOST_READY:
                del self._ready[next(iter(self._ready))]
            try:
                self._ready[key] = fresh(subscription)
            except Unusable:
                continue  # sending to it will say so


def _forget_in_child() -> None:
    for contexts in list(_everywhere):
        contexts.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_in_child)
