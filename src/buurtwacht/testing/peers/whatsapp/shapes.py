# SPDX-License-Identifier: EUPL-1.2
"""The shapes of what Meta posts to a webhook, as in its description and in pywa's fixtures."""

import base64
import hashlib
from typing import TYPE_CHECKING, Any

from .media import Medium
from .message import Button, Sent

if TYPE_CHECKING:
    from .user import User

Value = dict[str, Any]


def tap(button: Button) -> tuple[str, dict[str, Any]]:
    """Type and content of the message that a tap sends."""
    if button.kind == "quick_reply":
        return "button", {"payload": button.id, "text": button.title}
    reply = {"id": button.id, "title": button.title}
    if button.description:
        reply["description"] = button.description
    return "interactive", {"type": button.kind, button.kind: reply}


def incoming_file(medium: Medium, more: dict[str, Any]) -> dict[str, Any]:
    checksum = base64.b64encode(hashlib.sha256(medium.data).digest()).decode()
    return more | {"mime_type": medium.mime, "sha256": checksum, "id": medium.id}


UNSUPPORTED = {
    "code": 131051,
    "title": "Message type unknown",
    "message": "Message type unknown",
    "error_data": {"details": "Message type is currently not supported."},
}


def incoming(sender: dict[str, str], wamid: str, at: float, kind: str, content: dict[str, Any]) -> dict[str, Any]:
    """One message of a user; `sender` has from, from_user_id or both."""
    extra = {"errors": [UNSUPPORTED]} if kind == "unsupported" else {}
    return sender | {"id": wamid, "timestamp": str(int(at)), "type": kind, kind: content} | extra


def number_changed(user: "User", number: str, bsuid: str, wamid: str, at: float) -> dict[str, Any]:
    """The new number and the new id."""
    body = f"User {user.name} changed from {user.number} to {number}"
    system = {"body": body, "wa_id": number, "user_id": bsuid, "type": "user_changed_number"}
    return {"from": user.number, "id": wamid, "timestamp": str(int(at)), "type": "system", "system": system}


def status(message: Sent, state: str, at: float, error: dict[str, Any] | None) -> dict[str, Any]:
    """With the price, or with the reason why it failed."""
    told: dict[str, Any] = {"id": message.id, "status": state, "timestamp": str(int(at))}
    told |= {"recipient_id": message.to.number} if message.to.shows_number else {"recipient_user_id": message.to.bsuid}
    if "biz_opaque_callback_data" in message.request:
        told["biz_opaque_callback_data"] = message.request["biz_opaque_callback_data"]
    if error:
        return told | {"errors": [error]}
    return told | {"pricing": pricing(message)}


def pricing(message: Sent) -> dict[str, Any]:
    """Per message: a template costs, but a utility template is free while the window is open."""
    category = message.template.category.lower() if message.template else "service"
    free = not message.template or (category == "utility" and message.window)
    kind = {"type": "free_customer_service"} if free else {"type": "regular"}
    return {"billable": not free, "pricing_model": "PMP", "category": category} | kind


def template_event(name: str, language: str, number: str, **more: Any) -> Value:
    return {
        "message_template_id": int(number),
        "message_template_name": name,
        "message_template_language": language,
    } | more
