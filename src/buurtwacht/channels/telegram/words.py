# SPDX-License-Identifier: EUPL-1.2
"""A message in the shape that Telegram takes: plain words, with the first line in bold. Pure."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Action, Message
from buurtwacht.channels.plain import emergency_line

MOST_UNITS = 4096  # of UTF-16, in one text
MOST_CHOICE_BYTES = 64  # of what a button hands back
CUT = " …"


def asked(message: Message, chat: str) -> dict[str, Any]:
    """What to ask of `sendMessage`. No page is fetched by Telegram for a preview: links are for who got them."""
    head, text = _texts(message)
    shape: dict[str, Any] = {
        "chat_id": int(chat),
        "text": text,
        "disable_notification": not message.sound,
        "protect_content": not message.said,  # news of a neighbourhood is not passed on with one tap
        "link_preview_options": {"is_disabled": True},
    }
    if head:
        shape["entities"] = [{"type": "bold", "offset": 0, "length": units(head)}]
    if message.actions:
        shape["reply_markup"] = {"inline_keyboard": [[button] for button in map(_button, message.actions) if button]}
    return shape


def joined(messages: list[Message]) -> str:
    """Several messages as one, for a group that hears much at a time. The newest stands last."""
    return _cut("\n\n".join(_texts(message)[1] for message in messages), "", MOST_UNITS)


def units(text: str) -> int:
    """How long Telegram finds it: in units of UTF-16, of which most pictures are two."""
    return len(text.encode("utf-16-le")) // 2


def _texts(message: Message) -> tuple[str, str]:
    """The first line, and the whole with that line in it. What is too long is cut from the story, not from the link."""
    if message.said:
        return "", _cut(message.body, "", MOST_UNITS)
    before = "\n".join(line for line in (message.title.strip(), *_warnings(message)) if line)
    whole = _cut(f"{before}\n\n{message.body.strip()}".strip(), f"\n\n{message.url}" if message.url else "", MOST_UNITS)
    head = message.title.strip()
    return (head if whole.startswith(head) else ""), whole


def _warnings(message: Message) -> list[str]:
    """Whom to call where nobody did yet, and that this may have come before."""
    with translation.override(message.language):
        double = _("This message may reach you twice.") if message.maybe_double else ""
    return [line for line in (emergency_line(message), double) if line]


def _button(action: Action) -> dict[str, str] | None:
    if len(action.id.encode()) <= MOST_CHOICE_BYTES:
        return {"text": action.title, "callback_data": action.id}
    return {"text": action.title, "url": action.url} if action.url.startswith("https://") else None


def _cut(text: str, tail: str, most: int) -> str:
    """The text with its tail, cut between words where it is too long."""
    if units(text + tail) <= most:
        return text + tail
    kept = text.encode("utf-16-le")[: 2 * (most - units(tail) - units(CUT))].decode("utf-16-le", "ignore")
    at = max(kept.rfind(" "), kept.rfind("\n"))
    return (kept[:at] if at > 0 else kept).rstrip() + CUT + tail
