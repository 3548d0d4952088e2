# SPDX-License-Identifier: EUPL-1.2
"""A message as an event in a room: plain words, and the same as HTML in which nothing of a message is markup."""

from typing import Any

from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Message
from buurtwacht.channels.plain import paragraphs_of, text_of

from .names import OWN_KEY


def content_of(message: Message, *, to_room: bool) -> dict[str, Any]:
    """The content of an `m.room.message`.

    It is an `m.text`: clients show an `m.notice` without a sound. Only an alarm calls everybody in the room, and the
    empty mention of the others keeps clients from finding one in the words.
    """
    calls = to_room and message.urgency == "alarm" and not message.said
    content: dict[str, Any] = {
        "msgtype": "m.text",
        "body": text_of(message),
        "format": "org.matrix.custom.html",
        "formatted_body": _html(message),
        "m.mentions": {"room": True} if calls else {},
        OWN_KEY: {"reference": message.reference, "topic": message.topic, "urgency": message.urgency},
    }
    if message.answers.startswith("$"):
        content["m.relates_to"] = {"m.in_reply_to": {"event_id": message.answers}}
    return content


def _html(message: Message) -> str:
    paragraphs = [str(escape(text)).replace("\n", "<br>") for text in paragraphs_of(message)]
    if message.said:
        return paragraphs[0]
    if len(paragraphs) > 1:
        paragraphs[:-1] = [f"<strong>{text}</strong>" for text in paragraphs[:-1]]
    with translation.override(message.language):
        link_text = _("View the report") if message.urgency in ("alarm", "update") else _("Open Buurtwacht")
    link = f'<a href="{escape(message.url)}">{escape(link_text)}</a>'
    return "".join(f"<p>{text}</p>" for text in [*paragraphs, link])
