# SPDX-License-Identifier: EUPL-1.2
"""WhatsApp: a form that Meta approved for who did not write to us lately, free words for who did."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import ClassVar

import structlog
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from buurtwacht.channels.base import Allowance, Channel, DeliveryFailed, Doorway, Envelope, Message, Outcome, Receipt
from buurtwacht.channels.notebook import Trouble

from . import windows
from .account import Account
from .addresses import normalised
from .checks import problems
from .codes import Verdict
from .graph import Graph
from .links import chat_link
from .pace import Pace
from .pairs import Pairs
from .prices import price_of
from .receiver import WhatsAppReceiver
from .refusals import REASONS
from .sender import Sender
from .shapes import MOST_ROWS
from .shelf import Shelf
from .together import Together

log = structlog.get_logger()

MOST_OPEN = 20_000  # windows that are remembered for the price


class WhatsAppChannel(Channel):
    kind = windows.KIND
    label = _("WhatsApp")
    buttons: ClassVar[int] = MOST_ROWS
    receiver = WhatsAppReceiver

    def __init__(self) -> None:
        self.per_second = settings.WHATSAPP_PER_SECOND or None
        self.graph = Graph()
        self.account = Account()
        self.pairs = Pairs()
        self.shelf = Shelf()
        self._sender = Sender(self.graph, self.account, Pace(self.per_second), self.pairs, self.shelf)
        self._together = Together(self.pairs.wait, self._alone)
        self._open: set[str] = set()
        self._is_told_full: bool | None = None  # whether the operator reads that the limit was reached; None: unknown
        self._begun = 0  # people who got a form in the last 24 hours, when we last looked

    def normalise(self, address: str) -> str:
        return normalised(address)

    def doorway(self, words: str) -> Doorway | None:
        """A chat with our number, with the words filled in."""
        link = chat_link(words)
        return Doorway(link, settings.WHATSAPP_NUMBER) if link else None

    async def send(self, message: Message, address: str) -> Receipt:
        [outcome] = await self.send_many([(message, address)])
        if isinstance(outcome, DeliveryFailed):
            raise outcome
        return outcome

    async def send_many(self, batch: Sequence[Envelope]) -> list[Outcome]:
        """Alarms and our turns in a conversation go at once; other news waits for its reader's turn."""
        room = asyncio.Semaphore(self.at_once)
        is_open = await self._look(batch)
        may = await self._begin([one for one in batch if one[1] not in is_open])

        async def one(message: Message, address: str) -> Receipt:
            if address not in is_open and address not in may:
                raise DeliveryFailed(REASONS[Verdict.FULL], permanent=True)
            if self._must_wait(message, address):
                return await self._together.send(message, address)
            async with room:
                return await self._sender.send(message, address, is_open=address in is_open)

        found = await asyncio.gather(*(one(*envelope) for envelope in batch), return_exceptions=True)
        outcomes = [self._outcome(each) for each in found]
        await self._uncount(batch, outcomes, may)
        return outcomes

    def price(self, message: Message, address: str) -> int:
        """Nothing inside the window, as far as this process knows; else what a template costs in that country."""
        return 0 if message.said or address in self._open else price_of(address)

    def allowances(self) -> list[Allowance]:
        """How many people may still get a form today without having written to us."""
        limit = settings.WHATSAPP_DAILY_LIMIT
        left = 0 if self.account.is_full else max(limit - self._begun, 0)
        return [Allowance(_("new conversations in 24 hours"), left, limit)] if limit else []

    async def prepare(self, addresses: Iterable[str]) -> None:
        """Ask Meta which forms are approved, now and then, so that an alarm does not have to find out."""
        if not self.shelf.is_old or not settings.WHATSAPP_WABA_ID:
            return
        try:
            self.shelf.look(await self.graph.templates())
        except DeliveryFailed as failure:
            log.warning("whatsapp.templates_unknown", why=failure.reason)

    async def close(self) -> None:
        await self.graph.close()

    def problems(self) -> list[str]:
        return problems()

    def _must_wait(self, message: Message, address: str) -> bool:
        if message.urgency == "alarm" or message.said:
            return False
        return self._together.holds(address) or self.pairs.wait(address) > 0

    async def _look(self, batch: Sequence[Envelope]) -> set[str]:
        addresses = [address for _message, address in batch]
        is_open = await windows.open_windows(addresses)
        self._open = (self._open if len(self._open) < MOST_OPEN else set()) - set(addresses) | is_open
        return is_open

    async def _begin(self, shut: Sequence[Envelope]) -> dict[str, bool]:
        """Who may get a form today, counted beforehand; alarms first."""
        may: dict[str, bool] = {}
        if not shut:
            return may
        for is_alarm in (True, False):
            asked = [address for message, address in shut if (message.urgency == "alarm") is is_alarm]
            if asked:
                may |= await windows.begin(asked, is_alarm=is_alarm, is_full=self.account.is_full)
        self._begun = await windows.begun_today()
        missing = len({address for _message, address in shut} - may.keys())
        if missing:
            log.warning("whatsapp.daily_limit", refused=missing)
        if bool(missing) is not self._is_told_full:
            self._is_told_full = bool(missing)
            await windows.tell_operator(Trouble("daily_limit", is_over=not missing))
        return may

    async def _uncount(self, batch: Sequence[Envelope], outcomes: Sequence[Outcome], may: dict[str, bool]) -> None:
        """Who got nothing for certain does not count for today."""
        nothing = [
            address
            for (_message, address), outcome in zip(batch, outcomes, strict=True)
            if may.get(address) and isinstance(outcome, DeliveryFailed) and not outcome.unknown
        ]
        if nothing:
            await windows.take_back(nothing)

    async def _alone(self, message: Message, address: str) -> Receipt:
        """What waited goes now; its window may have opened or closed meanwhile."""
        is_open = await windows.open_windows([address])
        return await self._sender.send(message, address, is_open=bool(is_open))
