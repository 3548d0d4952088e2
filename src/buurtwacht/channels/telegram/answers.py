# SPDX-License-Identifier: EUPL-1.2
"""What an answer of the Bot API means for a message. Pure."""

import json
from dataclasses import dataclass
from typing import Any

from buurtwacht.channels.answers import Answer, failure_in
from buurtwacht.channels.base import DeliveryFailed

# With these the other side says that this chat takes nothing from us any more. "chat not found" is not among them:
# that is also what a bot hears that was exchanged for another one, and then nobody may lose their way to be reached.
GONE = (
    "bot was blocked by the user",
    "user is deactivated",
    "bot was kicked",
    "bot is not a member",
    "the group chat was deleted",
)
NEVER = (
    "have no rights to send",
    "not enough rights",
    "chat not found",
    "bot can't initiate conversation",
    "bot can't send messages to bots",
    "peer_id_invalid",
)
KEPT = ("message to delete not found", "message can't be deleted", "message_id_invalid")


class TokenRefused(DeliveryFailed):
    """Our token is not, or no longer, that of a bot. The operator must see it."""


class NotTakenAway(DeliveryFailed):
    """They do not find the message, or it is too old to be deleted."""


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in an answer: the result of a yes, or why not."""

    result: Any = None
    description: str = ""
    retry_after: float | None = None
    moved_to: str = ""


def said_in(body: bytes) -> Said:
    """Whatever the other side answers; nonsense says nothing."""
    try:
        data = json.loads(body)
    except ValueError:
        return Said()
    if not isinstance(data, dict):
        return Said()
    about = data.get("parameters")
    about = about if isinstance(about, dict) else {}
    wait, moved = about.get("retry_after"), about.get("migrate_to_chat_id")
    return Said(
        result=data.get("result"),
        description=str(data.get("description") or "").casefold(),
        retry_after=float(wait) if isinstance(wait, int | float) and wait >= 0 else None,
        moved_to=str(moved) if isinstance(moved, int) else "",
    )


def failure(answer: Answer, said: Said) -> DeliveryFailed | None:
    """None when they did as we asked."""
    found = failure_in(answer)
    if found is None:
        return None
    if answer.status == 401 or (answer.status == 404 and not said.description.startswith("bad request")):
        return TokenRefused(f"{answer.status}: our token is refused", permanent=False)
    if any(words in said.description for words in GONE):
        return DeliveryFailed(f"{answer.status}: the chat takes nothing from us", permanent=True, gone=True)
    if any(words in said.description for words in NEVER):
        return DeliveryFailed(f"{answer.status}: no such chat with this bot", permanent=True)
    if any(words in said.description for words in KEPT):
        return NotTakenAway(f"{answer.status}: the message stays or is gone", permanent=True)
    if answer.status == 429 and said.retry_after is not None:
        return DeliveryFailed(found.reason, permanent=False, retry_after=said.retry_after, only_there=True)
    return DeliveryFailed(
        found.reason, permanent=found.permanent and not found.gone, retry_after=found.retry_after or said.retry_after
    )
