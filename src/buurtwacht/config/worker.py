# SPDX-License-Identifier: EUPL-1.2
"""What works behind the pages: the journal's handlers, the dispatcher, the folding of receipts, and scheduled jobs.

They share one process and one bell. Each is started again when it breaks, and says its name in every log line.
"""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from functools import partial
from typing import cast

import structlog
from django.utils import timezone
from procrastinate.contrib.django import app as jobs
from procrastinate.contrib.django.django_connector import DjangoConnector

from buurtwacht.channels.registry import channels
from buurtwacht.delivery.bell import Bell, Ear
from buurtwacht.delivery.dispatcher import Dispatcher
from buurtwacht.delivery.inbox.handling import handle_incoming
from buurtwacht.delivery.inbox.listening import listen_on
from buurtwacht.delivery.models import CHANNEL as INTENTS
from buurtwacht.delivery.models import INBOX
from buurtwacht.delivery.partitions import make_partitions
from buurtwacht.delivery.threads import Threads
from buurtwacht.delivery.warming import warm_up
from buurtwacht.delivery.watching import watch
from buurtwacht.journal.services import CHANNEL as JOURNAL
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.logs import facts_of
from buurtwacht.live.folding import fold_receipts
from buurtwacht.live.names import RECEIPTS_CHANNEL as RECEIPTS

log = structlog.get_logger()

Part = Callable[[], Awaitable[None]]

THREADS = 6
JOBS_AT_ONCE = 2
PAUSE = 1.0  # seconds before a part that broke is started again
GRACE = 10.0  # seconds for jobs that are under way when the process has to end


class Worker:
    """The parts of one process, from start to a clean end."""

    def __init__(self) -> None:
        self._threads = Threads(THREADS, "work")
        self._installed = channels()
        owners = [kind for kind, channel in self._installed.items() if channel.per_second or channel.listens]
        self._bell = Bell(owners)
        self._stop = asyncio.Event()
        self._dispatcher = Dispatcher(self._installed, self._threads, self._bell.owned)

    async def run(self) -> None:
        """Work until SIGTERM or Ctrl-C. What is being sent is finished; the rest stays due for the next process."""
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, self._stop.set)
        ears = {name: self._bell.ear(name) for name in (INTENTS, JOURNAL, RECEIPTS)}
        parts: dict[str, Part] = {
            "bell": self._bell.listen,
            "dispatcher": lambda: self._dispatcher.run(ears[INTENTS], self._stop),
            "journal": lambda: self._repeat(handle_due_lines, ears[JOURNAL]),
            "receipts": lambda: self._repeat(fold_receipts, ears[RECEIPTS]),
            "jobs": self._run_jobs,
            "warming": self._get_ready,
            "watching": lambda: watch(self._dispatcher.pools, self._bell.owned, self._threads),
        }
        listeners: dict[str, Part] = {
            f"listen:{kind}": partial(listen_on, channel, self._bell.owned, self._threads)
            for kind, channel in self._installed.items()
            if channel.listens
        }
        readers: dict[str, Part] = {
            f"inbox:{kind}": partial(self._repeat, partial(handle_incoming, kind), self._bell.ear(INBOX))
            for kind, channel in self._installed.items()
            if channel.receiver
        }
        parts |= listeners | readers
        running = {name: asyncio.create_task(self._keep_alive(name, part)) for name, part in parts.items()}
        log.info("work.started", channels=sorted(self._installed))
        await self._stop.wait()
        self._bell.ring_all()
        await self._end(running)
        log.info("work.ended")

    async def _end(self, running: dict[str, asyncio.Task[None]]) -> None:
        for name, task in running.items():
            if name in ("bell", "jobs", "warming", "watching") or name.startswith("listen:"):
                task.cancel()
        await asyncio.wait(running.values(), timeout=GRACE)
        self._threads.close()

    async def _keep_alive(self, name: str, part: Part) -> None:
        structlog.contextvars.bind_contextvars(part=name)
        while not self._stop.is_set():
            try:
                await part()
                return
            except Exception as error:  # noqa: BLE001 - the worker's edge: one broken part must not stop the others
                log.error("work.part_broke", **facts_of(error))
                await asyncio.sleep(PAUSE)

    async def _repeat(self, step: Callable[[], int], ear: Ear) -> None:
        """Take one step after the other; when there is nothing to do, wait for the bell."""
        while not self._stop.is_set():
            if not await self._threads(step):
                await ear.heard()

    async def _run_jobs(self) -> None:
        """What goes by the clock or takes long: see the `tasks.py` of each room."""
        with_database = jobs.with_connector(cast(DjangoConnector, jobs.connector).get_worker_connector())
        async with with_database.open_async():
            await with_database.run_worker_async(
                concurrency=JOBS_AT_ONCE,
                install_signal_handlers=False,
                shutdown_graceful_timeout=GRACE,
                delete_jobs="successful",
            )

    async def _get_ready(self) -> None:
        await self._threads(make_partitions, timezone.now())
        await warm_up(self._installed, self._threads)
