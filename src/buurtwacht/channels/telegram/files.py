# SPDX-License-Identifier: EUPL-1.2
"""Getting a photo or a recording that somebody sent to the bot."""

import re

from django.conf import settings

from buurtwacht.channels.answers import failure_in
from buurtwacht.channels.base import DeliveryFailed

from .bot import Bot
from .fields import MOST_BYTES

PATH = re.compile(r"[\w./-]{1,300}", re.ASCII)
SECONDS = 30.0


async def download(file_id: str) -> bytes:
    """Its bytes, over a connection of its own. Raises `DeliveryFailed`."""
    bot = Bot()
    try:
        found = await bot.call("getFile", {"file_id": file_id})
        path = found.get("file_path") if isinstance(found, dict) else None
        if not isinstance(path, str) or not PATH.fullmatch(path) or ".." in path:
            raise DeliveryFailed("they name no file", permanent=True)
        url = f"{settings.TELEGRAM_URL}/file/bot{settings.TELEGRAM_TOKEN}/{path}"
        answer, content = await bot.ask("GET", url, seconds=SECONDS)
    finally:
        await bot.close()
    if failure := failure_in(answer):
        raise failure
    if len(content) > MOST_BYTES:
        raise DeliveryFailed("the file is too large", permanent=True)
    return content
