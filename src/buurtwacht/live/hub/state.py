# SPDX-License-Identifier: EUPL-1.2
import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import structlog

from buurtwacht.lib.logs import facts_of

from .answers import Answers
from .board import Board, Closings
from .crowd import Crowd
from .history import History, Pool
from .memory import Memory
from .options import Options

if TYPE_CHECKING:
    from .connection import Connection
    from .intake import Intake

log = structlog.get_logger()


@dataclass(slots=True)
class Counts:
    """What happened since the start, for `/metrics`."""

    streams: int = 0
    polls: int = 0
    refused: int = 0  # tokens
    slow: int = 0  # streams cut off because they did not read
    late: int = 0  # requests that took too long to arrive
    full: int = 0  # connections turned away
    events: int = 0
    delay: float = 0.0  # seconds from publishing to telling, summed over events
    receipts_refused: int = 0


@dataclass(slots=True, kw_only=True)
class Hub:
    """What the parts of one hub share."""

    options: Options
    pool: Pool
    answers: Answers
    history: History
    intake: "Intake"
    memory: Memory
    board: Board = field(default_factory=Board)
    closings: Closings = field(default_factory=Closings)
    crowd: Crowd = field(default_factory=Crowd)
    counts: Counts = field(default_factory=Counts)
    callers: set["Connection"] = field(default_factory=set)  # connections that are no stream (yet)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    last_contact: float = 0.0  # when the database last answered the feed, on the loop's clock
    draining: bool = False
    broken: asyncio.Event = field(default_factory=asyncio.Event)  # a part that the hub cannot do without has died
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def spawn(self, work: Coroutine[None, None, None], *, vital: bool = False) -> asyncio.Task[None]:
        """Run this beside everything else. What goes wrong in it is logged; if it is vital, the hub ends."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        if vital:
            task.add_done_callback(lambda _: self.broken.set())
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("hub.task_failed", **facts_of(error))
