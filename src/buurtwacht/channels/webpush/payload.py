# SPDX-License-Identifier: EUPL-1.2
"""The words of a push message: JSON that Safari shows by itself (Declarative Web Push) and service workers read too."""

import json
from dataclasses import replace
from typing import Any

from buurtwacht.channels.base import Action, Message

from .encryption import MOST_PLAIN_BYTES

LONGEST_TITLE = 120


def payload(message: Message) -> bytes:
    """At most `MOST_PLAIN_BYTES`: a text that is too long is cut between words, and the link holds the rest."""
    plain = _json(message)
    if len(plain) <= MOST_PLAIN_BYTES:
        return plain
    return _shortened(replace(message, title=_clipped(message.title, LONGEST_TITLE)))


def _shortened(message: Message) -> bytes:
    """First the body gives way, then what goes along, then the buttons: title and link stay."""
    for smaller in (message, replace(message, extra={}), replace(message, extra={}, actions=())):
        low, high = 0, len(message.body)
        if len(_json(replace(smaller, body=""))) > MOST_PLAIN_BYTES:
            continue
        while low < high:
            middle = (low + high + 1) // 2
            fits = len(_json(replace(smaller, body=_clipped(message.body, middle)))) <= MOST_PLAIN_BYTES
            low, high = (middle, high) if fits else (low, middle - 1)
        return _json(replace(smaller, body=_clipped(message.body, low)))
    return _json(Message(title=message.title, body="", url=message.url, language=message.language))


def _clipped(text: str, most: int) -> str:
    """At most `most` characters, ending after a whole word and with an ellipsis where something is left out."""
    if len(text) <= most:
        return text
    cut = text[: max(most - 2, 0)]
    return f"{cut.rpartition(' ')[0] or cut} …" if cut else ""


def _json(message: Message) -> bytes:
    shown: dict[str, Any] = {
        "title": message.title,
        "body": message.body,
        "navigate": message.url,
        "lang": message.language,
        "silent": not message.sound,
    }
    if message.topic:
        shown["tag"] = message.topic
        shown["renotify"] = message.sound
    if message.urgency == "alarm":
        shown["requireInteraction"] = True
    if message.actions:
        shown["actions"] = [_button(action) for action in message.actions]
    shown["data"] = _data(message)
    # "mutable" lets a service worker run where there is one, so that it can tell us that the message was shown.
    whole = {"web_push": 8030, "notification": shown, "mutable": True}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _button(action: Action) -> dict[str, str]:
    return {"action": action.id, "title": action.title, "navigate": action.url}


def _data(message: Message) -> dict[str, Any]:
    along = {name: value for name, value in message.extra.items() if name != "mail"}
    return along | {"receipt": message.receipt_url, "urgency": message.urgency}
