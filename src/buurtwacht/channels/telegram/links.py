# SPDX-License-Identifier: EUPL-1.2
"""Links that open Telegram with our bot and hand it a code. Pure."""

from urllib.parse import quote

from django.conf import settings

BASE = "https://t.me"


def start_link(code: str) -> str:
    """Opens a chat with the bot; "Start" there sends us the code (at most 64 of A-Z, a-z, 0-9, _ and -)."""
    return f"{BASE}/{quote(settings.TELEGRAM_BOT)}?start={quote(code)}"


def group_link(code: str) -> str:
    """Lets somebody choose a group to add the bot to. The group then hears the code, and so do we."""
    return f"{BASE}/{quote(settings.TELEGRAM_BOT)}?startgroup={quote(code)}"
