# SPDX-License-Identifier: EUPL-1.2
"""Telegram to one person: a chat with our bot. A person has to begin it, by a link with a code."""

from collections import OrderedDict
from typing import Any, NoReturn

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.channels.base import DeliveryFailed, Doorway, Message, Receipt, TakeIn
from buurtwacht.lib.errors import DomainError

from . import words
from .bot import Bot, number_in
from .incoming import get_updates, keep_webhook
from .links import start_link
from .pace import Pace
from .receiver import TelegramReceiver

REMEMBERED = 5000  # messages that a later one may follow


class TelegramChannel(Bot):
    kind = "telegram"
    label = gettext_lazy("Telegram")
    receiver = TelegramReceiver
    listens = True
    buttons = 8

    def __init__(self) -> None:
        super().__init__()
        self.per_second: float | None = settings.TELEGRAM_PER_SECOND or None
        self.pace = Pace()
        self._threads: OrderedDict[tuple[str, str], int] = OrderedDict()

    def normalise(self, address: str) -> str:
        return chat_number(address, group=False)

    def doorway(self, words: str) -> Doorway | None:
        return Doorway(start_link(words), f"@{settings.TELEGRAM_BOT}") if settings.TELEGRAM_BOT else None

    async def send(self, message: Message, address: str) -> Receipt:
        await self._turn(address, message)
        shape = words.asked(message, address) | self._following(message, address)
        return await self._deliver(message, address, shape)

    async def listen(self, take_in: TakeIn) -> None:
        """Be knocked for where we have a public address and a secret; else go and get it."""
        if settings.TELEGRAM_SECRET and settings.SITE_URL.startswith("https://"):
            await keep_webhook(self)
        else:
            await get_updates(self, take_in)

    async def _turn(self, chat: str, message: Message) -> None:
        wait = self.pace.wait(chat, is_alarm=message.urgency == "alarm")
        if wait:
            raise DeliveryFailed("this chat must rest", permanent=False, retry_after=wait, only_there=True)
        await self.pace.take_turn(chat)

    async def _deliver(self, message: Message, chat: str, shape: dict[str, Any]) -> Receipt:
        try:
            number = number_in(await self.call("sendMessage", shape))
        except DeliveryFailed as failure:
            if failure.only_there:
                self.pace.rest(chat, failure.retry_after or 0.0)
            raise
        if number is None:
            return Receipt()
        if message.topic:
            self._remember(chat, message.topic, number)
        return Receipt(f"{chat}:{number}")

    def _following(self, message: Message, chat: str) -> dict[str, Any]:
        """Under which message it belongs: the one that it answers, else the last about the same."""
        before = message.answers.rpartition(":")[2] if message.answers else self._threads.get((chat, message.topic))
        if not before or not str(before).isdigit():
            return {}
        return {"reply_parameters": {"message_id": int(before), "allow_sending_without_reply": True}}

    def _remember(self, chat: str, topic: str, number: int) -> None:
        self._threads[chat, topic] = number
        if len(self._threads) > REMEMBERED:
            self._threads.popitem(last=False)


def chat_number(address: str, *, group: bool) -> str:
    """A number that Telegram gave: that of a group is negative. Raises `DomainError` for anything else."""
    text = address.strip()
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 16 and digits.lstrip("0")):
        _refuse()
    if text.startswith("-") != group:
        _refuse()
    return ("-" if group else "") + digits.lstrip("0")


def _refuse() -> NoReturn:
    raise DomainError(_("This is not a number that Telegram gives. Connect Telegram with the button and the code."))
