# SPDX-License-Identifier: EUPL-1.2
"""Delivering here and now, on the connection at hand: for the demo, for commands, and for tests."""

from collections.abc import Callable
from typing import Any, TypeVar

from asgiref.sync import async_to_sync, sync_to_async

from buurtwacht.channels.registry import channels

from .dispatcher import Dispatcher

T = TypeVar("T")


def deliver_now() -> None:
    """Tell everything that is due, by the same path as the work process, and return when it is told."""
    async_to_sync(_deliver)()


async def _deliver() -> None:
    installed = channels()
    dispatcher = Dispatcher(installed, _on_the_calling_thread, set(installed))
    try:
        while await dispatcher.look():
            await dispatcher.idle()
    finally:
        for channel in installed.values():
            await channel.close()


async def _on_the_calling_thread(function: Callable[..., T], *args: Any) -> T:
    return await sync_to_async(function, thread_sensitive=True)(*args)
