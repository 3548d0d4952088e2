# SPDX-License-Identifier: EUPL-1.2
"""One message to one reader, in the shape that is allowed; and what Meta's answer says about our account."""

from collections.abc import Callable

import structlog

from buurtwacht.channels.base import DeliveryFailed, Message, Receipt
from buurtwacht.channels.notebook import Trouble

from . import windows
from .account import Account
from .codes import PAIR_LIMIT, Verdict
from .graph import Graph
from .pace import Pace
from .pairs import EVERY, Pairs
from .refusals import NotTaken
from .shapes import Json, form_of, free
from .shelf import Shelf

log = structlog.get_logger()


class Sender:
    def __init__(self, graph: Graph, account: Account, pace: Pace, pairs: Pairs, shelf: Shelf) -> None:
        self._graph = graph
        self._account = account
        self._pace = pace
        self._pairs = pairs
        self._shelf = shelf

    async def send(self, message: Message, address: str, *, is_open: bool) -> Receipt:
        """One message, in the shape that is allowed. Raises `DeliveryFailed`."""
        if self._account.is_shut:
            raise NotTaken(self._account.code, Verdict.STOPPED)
        self._pairs.count(address)
        if is_open:
            try:
                return await self._say(message, free(message, address))
            except NotTaken as refusal:
                if refusal.verdict is not Verdict.CLOSED:
                    raise
                await windows.shut(address)
                await windows.begin([address], is_alarm=True)
        return await self._as_form(message, address)

    async def _as_form(self, message: Message, address: str) -> Receipt:
        """The first form that Meta takes."""
        refused: DeliveryFailed = DeliveryFailed("no template can be used", permanent=True)
        for form, language in self._shelf.for_message(message):
            try:
                receipt = await self._say(message, form_of(message, address, form, language))
            except NotTaken as refusal:
                if refusal.verdict is not Verdict.FORM:
                    raise
                refused = refusal
                if self._shelf.breaks(form, language):
                    log.error("whatsapp.template_broken", template=form.name, language=language, code=refusal.code)
                    await windows.tell_operator(Trouble(str(refusal.code), f"{form.name}/{language}"))
            else:
                if self._shelf.works(form, language):
                    await windows.tell_operator(Trouble("", f"{form.name}/{language}", is_over=True))
                return receipt
        raise refused

    async def _say(self, message: Message, content: Json) -> Receipt:
        try:
            await self._pace.turn(is_alarm=message.urgency == "alarm")
            receipt = Receipt(await self._graph.say(content))
        except NotTaken as refusal:
            await self._learn(refusal)
            raise
        if self._account.works():
            log.info("whatsapp.account_works")
            await windows.tell_operator(Trouble("", "account", is_over=True))
        if message.answers:
            await self._courtesy(message.answers)
        return receipt

    async def _learn(self, refusal: NotTaken) -> None:
        """What a refusal says about our account."""
        if refusal.verdict is Verdict.SLOWER and refusal.retry_after is None:
            refusal.retry_after = self._account.slow_down()
        if refusal.code == PAIR_LIMIT:
            refusal.retry_after, refusal.only_there = EVERY, True
        changes: dict[Verdict, Callable[[], bool]] = {
            Verdict.STOPPED: lambda: self._account.stop(refusal.code),
            Verdict.FULL: self._account.fill,
        }
        is_news = changes.get(refusal.verdict, bool)()
        if is_news:
            log.error("whatsapp.account", code=refusal.code, means=refusal.verdict.value)
            await windows.tell_operator(Trouble(str(refusal.code), "account"))
        elif refusal.verdict is Verdict.MISTAKE:
            log.error("whatsapp.wrong_request", code=refusal.code)

    async def _courtesy(self, message_id: str) -> None:
        """The sender sees that we read it. No matter if that fails."""
        try:
            await self._graph.mark_read(message_id)
        except DeliveryFailed as failure:
            log.info("whatsapp.not_marked_read", why=failure.reason)
