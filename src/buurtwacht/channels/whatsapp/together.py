# SPDX-License-Identifier: EUPL-1.2
"""When news comes faster than one reader may get it, what waits goes as one message."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from django.utils import translation
from django.utils.translation import ngettext

from buurtwacht.channels.base import DeliveryFailed, Message, Receipt

SEND = Callable[[Message, str], Awaitable[Receipt]]
LONGEST = 20.0  # seconds that a message waits here, well within what a job may take
MOST = 12  # messages in one: as many references as fit in what Meta gives back (512 characters)


class Together:
    """Messages that wait for their reader's next turn. None of them is an alarm."""

    def __init__(self, wait: Callable[[str], float], send: SEND) -> None:
        self._wait = wait
        self._send = send
        self._waiting: dict[str, list[tuple[Message, asyncio.Future[Receipt]]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def holds(self, address: str) -> bool:
        """Is something waiting for this reader? Then what comes now goes along, and does not overtake it."""
        return address in self._waiting

    async def send(self, message: Message, address: str) -> Receipt:
        """Wait for the next turn, and go with whatever else waits. Raises `DeliveryFailed`."""
        done: asyncio.Future[Receipt] = asyncio.get_running_loop().create_future()
        queue = self._waiting.get(address)
        if queue is None or len(queue) >= MOST:
            queue = self._waiting[address] = []
            task = asyncio.create_task(self._go(address, queue))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        queue.append((message, done))
        return await done

    async def _go(self, address: str, queue: list[tuple[Message, asyncio.Future[Receipt]]]) -> None:
        wait = self._wait(address)
        if wait <= LONGEST:
            await asyncio.sleep(wait)
        if self._waiting.get(address) is queue:
            del self._waiting[address]
        try:
            if wait > LONGEST:
                raise DeliveryFailed("too much for one reader", permanent=False)
            receipt = await self._send(merged([message for message, _ in queue]), address)
        except Exception as error:  # noqa: BLE001 - each who waits gets the error, a bug included
            for _, done in queue:
                done.set_exception(error) if not done.done() else None
            return
        for _, done in queue:
            done.set_result(receipt) if not done.done() else None


def merged(messages: Sequence[Message]) -> Message:
    """All of these as one message: the news of each, oldest first, and the page of the last."""
    if len(messages) == 1:
        return messages[0]
    last = messages[-1]
    with translation.override(last.language):
        told = ngettext("%(count)s message", "%(count)s messages", len(messages)) % {"count": len(messages)}
    lines = [
        ". ".join(part.rstrip(".") for part in (one.title, one.body) if part) + f".{_page(one, last)}"
        for one in messages
    ]
    return replace(
        last,
        title=told,
        body="\n\n".join(lines),
        reference=",".join(one.reference for one in messages if one.reference),
    )


def _page(one: Message, last: Message) -> str:
    return f" {one.url}" if one.url and one.url != last.url else ""
