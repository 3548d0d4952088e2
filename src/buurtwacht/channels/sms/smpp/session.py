# SPDX-License-Identifier: EUPL-1.2
"""One bound connection: questions with their answers, a window, and a sign of life every now and then."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress

from buurtwacht.channels.base import DeliveryFailed

from .pdu import ANSWER, HEADER, LONGEST, REFUSED, Command, Status, Unit, answer_to, bind

Deliver = Callable[[bytes], Awaitable[int]]
"""Takes in one `deliver_sm` as it came, and returns the status to answer with."""

HIGHEST = 0x7FFFFFFF  # numbers of units start again after this (section 2.6.1)
MOST_INCOMING = 200  # messages that may wait for the disk or for their other parts; the rest stays with them


class BindRefused(Exception):
    """They do not let us in; the status says why. `is_ours`: the name or the password is wrong, and stays so."""

    def __init__(self, status: int) -> None:
        super().__init__(f"bind refused with status {status}")
        self.status = status
        self.is_ours = status in REFUSED


class Session:
    """Use `open`, `bind`, `run` until it ends, `close`. `ask` may be called any number of times at once."""

    def __init__(self, deliver: Deliver, *, window: int, patience: float) -> None:
        self._deliver = deliver
        self._patience = patience  # seconds to wait for an answer
        self._room = asyncio.Semaphore(window)
        self._waiting: dict[int, asyncio.Future[Unit]] = {}
        self._number = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self.is_open = False

    async def open(self, host: str, port: int, tls: ssl.SSLContext | None) -> None:
        async with asyncio.timeout(self._patience):
            self._reader, self._writer = await asyncio.open_connection(host, port, ssl=tls)
        self.is_open = True
        self._reading = asyncio.create_task(self._read())

    async def bind(self, command: int, *who: str) -> None:
        """Say who we are: system id, password and system type.

        Raises `BindRefused`, or `DeliveryFailed` when there is no answer.
        """
        answer = await self.ask(lambda number: bind(command, number, *who).encode())
        if answer.status != Status.OK:
            raise BindRefused(answer.status)

    async def ask(self, make: Callable[[int], bytes]) -> Unit:
        """The answer to what `make` makes of the number it is given.

        Raises `DeliveryFailed`; `unknown` when it went out and nobody knows what became of it.
        """
        async with self._room:
            if not self.is_open:
                raise DeliveryFailed("not connected", permanent=False)
            number = self._number = self._number % HIGHEST + 1
            waiting: asyncio.Future[Unit] = asyncio.get_running_loop().create_future()
            self._waiting[number] = waiting
            try:
                async with asyncio.timeout(self._patience):
                    self._writer.write(make(number))
                    await self._writer.drain()
                    return await waiting
            except (TimeoutError, OSError) as error:
                raise DeliveryFailed(f"no answer: {type(error).__name__}", permanent=False, unknown=True) from error
            finally:
                self._waiting.pop(number, None)

    async def run(self, enquire_every: float) -> None:
        """Return when the connection has ended. Without an answer to "are you there" it is ended by us."""
        while self.is_open:
            done, _ = await asyncio.wait([self._reading], timeout=enquire_every)
            if done:
                break
            try:
                await self.ask(lambda number: Unit(Command.ENQUIRE_LINK, 0, number).encode())
            except DeliveryFailed:
                break

    async def close(self) -> None:
        """Say goodbye where that still can be done; never waits long."""
        if self.is_open:
            with suppress(DeliveryFailed, TimeoutError):
                async with asyncio.timeout(min(self._patience, 1.0)):
                    await self.ask(lambda number: Unit(Command.UNBIND, 0, number).encode())
        self._end()
        for task in (self._reading, *self._tasks):
            task.cancel()
        await asyncio.gather(self._reading, *self._tasks, return_exceptions=True)

    async def _read(self) -> None:
        try:
            while True:
                head = await self._reader.readexactly(HEADER.size)
                length, command, status, number = HEADER.unpack(head)
                if not HEADER.size <= length <= LONGEST:
                    return
                self._take(Unit(command, status, number, await self._reader.readexactly(length - HEADER.size)))
        except (OSError, asyncio.IncompleteReadError):
            return
        finally:
            self._end()

    def _take(self, unit: Unit) -> None:
        if unit.command & ANSWER:
            waiting = self._waiting.get(unit.number)
            if waiting and not waiting.done():
                waiting.set_result(unit)
        elif unit.command == Command.DELIVER_SM:
            self._begin(unit)
        elif unit.command in (Command.ENQUIRE_LINK, Command.UNBIND):
            self._answer(answer_to(unit))
            if unit.command == Command.UNBIND:
                self._end()
        elif unit.command != Command.ALERT_NOTIFICATION:
            self._answer(Unit(Command.GENERIC_NACK, Status.INVALID_COMMAND, unit.number))

    def _begin(self, unit: Unit) -> None:
        """Reading goes on meanwhile: answers to what we asked come over the same connection."""
        if len(self._tasks) >= MOST_INCOMING:
            self._answer(answer_to(unit, Status.NOT_NOW))
            return
        task = asyncio.create_task(self._take_in(unit))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _take_in(self, unit: Unit) -> None:
        self._answer(answer_to(unit, await self._deliver(unit.encode())))

    def _answer(self, unit: Unit) -> None:
        if self.is_open:
            self._writer.write(unit.encode())

    def _end(self) -> None:
        """Whoever waits for an answer hears that it does not come."""
        if not self.is_open:
            return
        self.is_open = False
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(ConnectionResetError())
        self._writer.close()
