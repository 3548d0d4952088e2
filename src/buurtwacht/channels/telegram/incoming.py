# SPDX-License-Identifier: EUPL-1.2
"""How what people say comes to us: Telegram knocks at our web hook, or we ask for it and wait."""

import asyncio
import json
from typing import Any

import structlog
from django.conf import settings

from buurtwacht.channels.base import DeliveryFailed, TakeIn
from buurtwacht.channels.inbound import Raw
from buurtwacht.channels.notebook import Trouble, notebook

from .bot import Bot
from .updates import query_in

log = structlog.get_logger()

WANTED = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 50  # that one question may wait for something to come
LOOK_EVERY = 600.0  # seconds between two looks at how the web hook does
AT_ONCE = 10  # web hook calls of Telegram under way at the same time
UNREACHED = "webhook_unreached"


async def get_updates(bot: Bot, take_in: TakeIn) -> None:
    """Ask for what came in, for ever. What is on disk is named in the next question, and Telegram lets go of it."""
    await bot.call("deleteWebhook", {})
    after = 0
    while True:
        asked = {"offset": after, "timeout": POLL_SECONDS, "allowed_updates": WANTED}
        updates = await bot.call("getUpdates", asked, seconds=POLL_SECONDS + 10)
        for update in updates if isinstance(updates, list) else []:
            number = update.get("update_id") if isinstance(update, dict) else None
            if not isinstance(number, int):
                continue
            await take_in(Raw(body=json.dumps(update).encode()))
            await _settle(bot, update)
            after = number + 1


async def keep_webhook(bot: Bot) -> None:
    """Tell Telegram where to knock, and look now and then whether it gets through."""
    while True:
        found = await bot.call("getWebhookInfo", {})
        if not isinstance(found, dict) or found.get("url") != address():
            await bot.call("setWebhook", _webhook())
        elif found.get("pending_update_count") and found.get("last_error_date"):
            notebook().note_trouble(bot.kind, Trouble(UNREACHED))
        else:
            notebook().note_trouble(bot.kind, Trouble(UNREACHED, is_over=True))
        await asyncio.sleep(LOOK_EVERY)


def address() -> str:
    """Where Telegram knocks."""
    return f"{settings.SITE_URL}/kanaal/telegram"


def _webhook() -> dict[str, Any]:
    return {
        "url": address(),
        "secret_token": settings.TELEGRAM_SECRET,
        "allowed_updates": WANTED,
        "max_connections": AT_ONCE,
    }


async def _settle(bot: Bot, update: dict[str, Any]) -> None:
    """A button shows that it was tapped. When that fails it only keeps blinking for a while."""
    query = query_in(update)
    if not query:
        return
    try:
        await bot.call("answerCallbackQuery", {"callback_query_id": query})
    except DeliveryFailed as failure:
        log.info("telegram.tap_not_settled", why=failure.reason)
