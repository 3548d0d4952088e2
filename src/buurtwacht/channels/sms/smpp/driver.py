# SPDX-License-Identifier: EUPL-1.2
"""Text messages over SMPP 3.4. One process has the connection; it sends, and takes in what comes."""

import asyncio

import structlog
from django.conf import settings

from buurtwacht.channels.asking import Ask
from buurtwacht.channels.base import DeliveryFailed, Receipt, TakeIn
from buurtwacht.channels.sms.driver import Driver, Text, own_number
from buurtwacht.lib.logs import facts_of

from .names import Names
from .opening import bound
from .pdu import Command, Status
from .receiver import SmppReceiver
from .session import BindRefused, Session
from .submitting import Make, name_in, submits
from .taking import Taking

log = structlog.get_logger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds before the next try to connect
REFUSED_PAUSE = 60.0  # who tries a wrong password again and again is shut out
RESTS = 3  # times that a text in parts waits for a centre that is too busy
CONNECTS_WITHIN = 2.0  # seconds that a message waits for a connection


class SmppDriver(Driver):
    receiver = SmppReceiver
    listens = True

    def __init__(self) -> None:
        self._names = Names(settings.SMPP_RECEIPT_IDS)
        self._session: Session | None = None
        self._bound = asyncio.Event()
        self._listening = False
        self._brief: Session | None = None  # of who only sends, such as a code, while another process listens
        self._connecting = asyncio.Lock()

    async def send(self, text: Text, ask: Ask) -> Receipt:
        session = await (self._connected() if self._listening else self._briefly())
        name = ""
        for make in submits(text):
            name = await self._submit(session, make, is_begun=bool(name))
        return Receipt(self._names.give(name))

    async def _submit(self, session: Session, make: Make, *, is_begun: bool) -> str:
        """Their name for it. A text that has begun rests with them, so that its parts are not paid for twice."""
        for _again in range(RESTS if is_begun else 0):
            try:
                return name_in(await session.ask(make))
            except DeliveryFailed as failure:
                if failure.retry_after is None:
                    raise
                await asyncio.sleep(failure.retry_after)
        return name_in(await session.ask(make))

    async def listen(self, take_in: TakeIn) -> None:
        """Connect again and again. A message that comes in is answered when it is on disk, else they keep it."""
        pause = FIRST_PAUSE
        self._listening = True
        await self.close()
        while True:
            try:
                await self._stay(take_in)
                pause = FIRST_PAUSE
            except (OSError, DeliveryFailed) as error:
                log.warning("sms.not_connected", **facts_of(error))
            except BindRefused as refusal:
                log.error("sms.bind_refused", status=refusal.status)
                pause = REFUSED_PAUSE if refusal.is_ours else pause
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def hears_at(self) -> str:
        return own_number()

    async def close(self) -> None:
        brief, self._brief = self._brief, None
        if brief:
            await brief.close()

    def problems(self) -> list[str]:
        found = []
        if not settings.SMPP_HOST:
            found.append("BUURTWACHT_SMPP_HOST is empty: it is the SMPP server of your provider.")
        if not settings.SMPP_SYSTEM_ID:
            found.append("BUURTWACHT_SMPP_SYSTEM_ID is empty: it is your name with the provider.")
        if len(settings.SMPP_PASSWORD) > 8:
            found.append("BUURTWACHT_SMPP_PASSWORD has more than 8 signs, which SMPP 3.4 cannot carry.")
        for name, known in (("ALPHABET", ("gsm", "latin1")), ("LONG", ("udh", "payload"))):
            if getattr(settings, f"SMPP_{name}") not in known:
                found.append(f"BUURTWACHT_SMPP_{name} must be {' or '.join(known)}.")
        if settings.SMPP_RECEIPT_IDS not in ("same", "decimal", "hex"):
            found.append("BUURTWACHT_SMPP_RECEIPT_IDS must be same, decimal or hex.")
        return found

    async def _connected(self) -> Session:
        try:
            async with asyncio.timeout(CONNECTS_WITHIN):
                await self._bound.wait()
        except TimeoutError:
            raise DeliveryFailed("not connected", permanent=False) from None
        if self._session is None:
            raise DeliveryFailed("not connected", permanent=False)
        return self._session

    async def _stay(self, take_in: TakeIn) -> None:
        """One connection, from bind to its end."""
        session = await bound(Command.BIND_TRANSCEIVER, Taking(take_in, self._names).deliver)
        self._session = session
        self._bound.set()
        log.info("sms.connected")
        try:
            await session.run(settings.SMPP_ENQUIRE_SECONDS)
        finally:
            self._bound.clear()
            self._session = None
            await session.close()

    async def _briefly(self) -> Session:
        """A connection that only sends, until `close`."""
        async with self._connecting:
            if self._brief and self._brief.is_open:
                return self._brief
            try:
                self._brief = await bound(Command.BIND_TRANSMITTER, _not_here)
            except (OSError, BindRefused, DeliveryFailed) as error:  # nothing of the text went out yet
                raise DeliveryFailed(f"not connected: {type(error).__name__}", permanent=False) from error
            return self._brief


async def _not_here(unit: bytes) -> int:
    """Whoever only sends takes nothing in: another process does."""
    return Status.NOT_NOW
