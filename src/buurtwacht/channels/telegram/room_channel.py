# SPDX-License-Identifier: EUPL-1.2
"""Telegram to a group: one message for all who are in it. They see each other there, and Telegram sees the words."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.channels.base import DeliveryFailed, Doorway, Message, Receipt

from . import words
from .answers import NotTakenAway
from .bot import Moved
from .channel import TelegramChannel, chat_number
from .links import group_link

TOGETHER_AFTER = 2.0  # seconds in which news of a busy group gathers


@dataclass
class Bundle:
    """News that waits to go as one message."""

    sent: asyncio.Future[Receipt | DeliveryFailed]
    messages: list[Message] = field(default_factory=list)
    task: asyncio.Task[None] | None = None


class TelegramGroupChannel(TelegramChannel):
    """The same bot. What is said in the group comes in at the channel to persons."""

    kind = "telegram_group"
    label = gettext_lazy("Telegram group")
    reaches = "room"
    heard_by = "telegram"
    listens = False
    takes_back_for = timedelta(hours=48)  # Bot API, deleteMessage

    def __init__(self) -> None:
        super().__init__()
        self.per_second = settings.TELEGRAM_GROUPS_PER_SECOND or None
        self._bundles: dict[str, Bundle] = {}
        self._moved: dict[str, str] = {}

    def normalise(self, address: str) -> str:
        return chat_number(address, group=True)

    def doorway(self, words: str) -> Doorway | None:
        return Doorway(group_link(words), f"@{settings.TELEGRAM_BOT}") if settings.TELEGRAM_BOT else None

    def how_to_attach(self) -> str:
        return _("Add @%(bot)s to your Telegram group.") % {"bot": settings.TELEGRAM_BOT}

    async def send(self, message: Message, address: str) -> Receipt:
        chat = self._moved.get(address, address)
        try:
            return await self._send(message, chat)
        except Moved as moved:
            self._moved[address] = moved.to
            return await self._send(message, moved.to)

    async def _send(self, message: Message, chat: str) -> Receipt:
        if message.takes_back:
            return await self._take_back(message, chat)
        if message.urgency == "alarm" or message.said or not (chat in self._bundles or self.pace.is_busy(chat)):
            return await super().send(message, chat)
        bundle = self._bundles.get(chat) or self._begin_bundle(chat)
        bundle.messages.append(message)
        sent = await asyncio.shield(bundle.sent)
        if isinstance(sent, DeliveryFailed):
            raise sent
        return sent

    async def _take_back(self, message: Message, chat: str) -> Receipt:
        """News that went together goes together. What Telegram does not find is gone already, or too old."""
        for name in message.takes_back:
            in_chat, _colon, number = name.rpartition(":")
            try:
                await self.call("deleteMessage", {"chat_id": int(in_chat or chat), "message_id": int(number)})
            except NotTakenAway:
                continue
        return Receipt()

    def _begin_bundle(self, chat: str) -> Bundle:
        bundle = self._bundles[chat] = Bundle(asyncio.get_running_loop().create_future())
        bundle.task = asyncio.create_task(self._send_bundle(chat, bundle))
        return bundle

    async def _send_bundle(self, chat: str, bundle: Bundle) -> None:
        """All that gathered, as one message. What happens to it, happens to each."""
        try:
            await asyncio.sleep(TOGETHER_AFTER)
            self._bundles.pop(chat, None)
            newest = bundle.messages[-1]
            await self._turn(chat, newest)
            shape = words.asked(newest, chat) | {"text": words.joined(bundle.messages), "entities": []}
            bundle.sent.set_result(await self._deliver(newest, chat, shape))
        except DeliveryFailed as failure:
            bundle.sent.set_result(failure)
        finally:
            self._bundles.pop(chat, None)
            if not bundle.sent.done():
                bundle.sent.set_result(DeliveryFailed("not sent", permanent=False))
