# SPDX-License-Identifier: EUPL-1.2
"""Which parameters the methods take that we use, and of what type (Bot API 9.2). What is not here is refused."""

from typing import Any

Int, Text, Flag, Thing, Things = (int,), (str,), (bool,), (dict,), (list,)

MESSAGE: dict[str, tuple[type, ...]] = {
    "chat_id": (int, str),
    "message_thread_id": Int,
    "text": Text,
    "parse_mode": Text,
    "entities": Things,
    "link_preview_options": Thing,
    "disable_notification": Flag,
    "protect_content": Flag,
    "allow_paid_broadcast": Flag,
    "message_effect_id": Text,
    "reply_parameters": Thing,
    "reply_markup": Thing,
}
METHODS: dict[str, tuple[dict[str, tuple[type, ...]], frozenset[str]]] = {
    "getMe": ({}, frozenset()),
    "sendMessage": (MESSAGE, frozenset({"chat_id", "text"})),
    "deleteMessage": ({"chat_id": (int, str), "message_id": Int}, frozenset({"chat_id", "message_id"})),
    "answerCallbackQuery": (
        {"callback_query_id": Text, "text": Text, "show_alert": Flag, "url": Text, "cache_time": Int},
        frozenset({"callback_query_id"}),
    ),
    "getFile": ({"file_id": Text}, frozenset({"file_id"})),
    "getUpdates": ({"offset": Int, "limit": Int, "timeout": Int, "allowed_updates": Things}, frozenset()),
    "setWebhook": (
        {
            "url": Text,
            "ip_address": Text,
            "max_connections": Int,
            "allowed_updates": Things,
            "drop_pending_updates": Flag,
            "secret_token": Text,
        },
        frozenset({"url"}),
    ),
    "deleteWebhook": ({"drop_pending_updates": Flag}, frozenset()),
    "getWebhookInfo": ({}, frozenset()),
}
MOST_TEXT = 4096  # units of UTF-16
MOST_CALLBACK = 64  # bytes


def wrong_with(method: str, asked: dict[str, Any]) -> str:
    """What the description says against it, in the words of the Bot API; nothing when it is sound."""
    parameters, required = METHODS[method]
    for name, value in asked.items():
        if name not in parameters:
            return f"Bad Request: unknown parameter {name}"
        if not isinstance(value, parameters[name]) or (isinstance(value, bool) and parameters[name] is not Flag):
            return f"Bad Request: field {name} has a wrong type"
    missing = sorted(required - {name for name, value in asked.items() if value != ""})
    if missing:
        return f"Bad Request: {missing[0]} is empty"
    return _wrong_words(asked) or _wrong_keyboard(asked.get("reply_markup"))


def _wrong_words(asked: dict[str, Any]) -> str:
    text = asked.get("text", "")
    length = len(text.encode("utf-16-le")) // 2
    if length > MOST_TEXT:
        return "Bad Request: message is too long"
    for entity in asked.get("entities", []):
        if set(entity) < {"type", "offset", "length"} or entity["offset"] + entity["length"] > length:
            return "Bad Request: can't parse entities"
    return ""


def _wrong_keyboard(markup: dict[str, Any] | None) -> str:
    for row in (markup or {}).get("inline_keyboard", []):
        for button in row:
            acts = set(button) - {"text"}
            if not button.get("text") or len(acts) != 1:
                return "Bad Request: Text buttons are unallowed in the inline keyboard"
            if not 1 <= len(button.get("callback_data", "x").encode()) <= MOST_CALLBACK:
                return "Bad Request: BUTTON_DATA_INVALID"
            if "url" in button and not button["url"].startswith(("https://", "http://", "tg://")):
                return "Bad Request: BUTTON_URL_INVALID"
    return ""
