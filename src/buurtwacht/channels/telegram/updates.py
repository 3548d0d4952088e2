# SPDX-License-Identifier: EUPL-1.2
"""Reading one update of the Bot API. Pure: what it does not understand is left out."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from buurtwacht.channels.inbound import Event, Heard, Moved

from .fields import Update, kind_of_chat, media_in, moment_of, number_of, part_of, place_in, sender_in, text_of

COMMAND = re.compile(r"^/([A-Za-z0-9_]{1,32})(@\w+)?(\s|$)")
PRIVATE, GROUPS = "private", ("group", "supergroup")
PERSON, GROUP = "telegram", "telegram_group"  # our channels


def update_in(body: bytes) -> Update:
    """What stands in it; nothing for nonsense."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def query_in(update: Update) -> str:
    """The name of the tap on a button that this tells of, if it does."""
    return text_of(part_of(update.get("callback_query")).get("id"))


def events_in(update: Update, at: datetime) -> Iterator[Event]:
    """What it says. `at` is when it came, for what names no moment."""
    for name, act in (("message", "said"), ("edited_message", "changed")):
        if message := part_of(update.get(name)):
            yield from _moved(message, at)
            yield from _heard(message, act, at)
    if query := part_of(update.get("callback_query")):
        yield from _tapped(query, at)
    if change := part_of(update.get("my_chat_member")):
        yield from _left(change, update.get("update_id"), at)


def _heard(message: Update, act: Any, at: datetime) -> Iterator[Heard]:
    chat, sender = number_of(part_of(message.get("chat")).get("id")), sender_in(message)
    number = message.get("message_id")
    if not (chat and sender and isinstance(number, int)) or kind_of_chat(message) not in (PRIVATE, *GROUPS):
        return
    written, token = _words(text_of(message.get("text")) or text_of(message.get("caption")))
    place, media = place_in(message), media_in(message)
    if not (written or token or place or media):
        return
    answered = part_of(message.get("reply_to_message")).get("message_id")
    yield Heard(
        id=f"{chat}:{number}",
        sender=sender,
        at=moment_of(message.get("edit_date") or message.get("date")) or at,
        text=written,
        media=media,
        location=place,
        answer_to=f"{chat}:{answered}" if isinstance(answered, int) else "",
        token=token,
        act=act,
        room=_room(message),
        sender_kind=_sender_kind(message),
        kind=_kind(message),
    )


def _tapped(query: Update, at: datetime) -> Iterator[Heard]:
    message, name, choice = (
        part_of(query.get("message")),
        query_in({"callback_query": query}),
        text_of(query.get("data")),
    )
    chat, number = number_of(part_of(message.get("chat")).get("id")), message.get("message_id")
    sender = sender_in(query)
    if not (name and choice and sender):
        return
    answered = f"{chat}:{number}" if chat and isinstance(number, int) else ""
    yield Heard(
        id=f"tap:{name}",
        sender=sender,
        at=at,
        choice=choice,
        answer_to=answered,
        room=_room(message),
        sender_kind=_sender_kind(message),
        kind=_kind(message),
    )


def _left(change: Update, number: Any, at: datetime) -> Iterator[Heard]:
    """The bot was blocked by a person, or put out of a group."""
    status = part_of(change.get("new_chat_member")).get("status")
    sender = sender_in(change)
    if status in ("kicked", "left") and sender:
        left_at = moment_of(change.get("date")) or at
        yield Heard(
            id=f"left:{number}",
            sender=sender,
            at=left_at,
            act="left",
            room=_room(change),
            sender_kind=_sender_kind(change),
            kind=_kind(change),
        )


def _moved(message: Update, at: datetime) -> Iterator[Moved]:
    chat = number_of(part_of(message.get("chat")).get("id"))
    to, before = number_of(message.get("migrate_to_chat_id")), number_of(message.get("migrate_from_chat_id"))
    moved_at = moment_of(message.get("date")) or at
    if chat and to:
        yield Moved(old=chat, new=to, at=moved_at, kind=GROUP)
    elif chat and before:
        yield Moved(old=before, new=chat, at=moved_at, kind=GROUP)


def _room(about: Update) -> str:
    """In which group it was said, if in one."""
    return number_of(part_of(about.get("chat")).get("id")) if kind_of_chat(about) in GROUPS else ""


def _sender_kind(about: Update) -> str:
    """In a group the sender has an address of another kind than the room."""
    return PERSON if kind_of_chat(about) in GROUPS else ""


def _kind(about: Update) -> str:
    """The channel by which it came: one bot serves persons and groups."""
    return GROUP if kind_of_chat(about) in GROUPS else PERSON


def _words(text: str) -> tuple[str, str]:
    """What was written, and the code of a start link. A command is a word: "/stop" is "stop"."""
    command = COMMAND.match(text)
    if command is None:
        return text, ""
    rest = text[command.end() :].strip()
    if command[1].casefold() == "start" and rest:
        return rest, rest.split()[0][:64]
    return f"{command[1]} {rest}".strip(), ""
