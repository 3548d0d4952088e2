# SPDX-License-Identifier: EUPL-1.2
"""Reading one update of the Bot API. Pure: what it does not understand is left out."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from buurtwacht.channels.inbound import Event, Heard, Media, Moved

MOST_BYTES = 20_000_000  # of a file that a bot can get
COMMAND = re.compile(r"^/([A-Za-z0-9_]{1,32})(@\w+)?(\s|$)")
PRIVATE, GROUPS = "private", ("group", "supergroup")

Update = dict[str, Any]


def update_in(body: bytes) -> Update:
    """What stands in it; nothing for nonsense."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def query_in(update: Update) -> str:
    """The name of the tap on a button that this tells of, if it does."""
    return _text(_dict(update.get("callback_query")).get("id"))


def events_in(update: Update, at: datetime) -> Iterator[Event]:
    """What it says. `at` is when it came, for what names no moment."""
    for name, act in (("message", "said"), ("edited_message", "changed")):
        if message := _dict(update.get(name)):
            yield from _moved(message, at)
            yield from _heard(message, act, at)
    if query := _dict(update.get("callback_query")):
        yield from _tapped(query, at)
    if change := _dict(update.get("my_chat_member")):
        yield from _left(change, update.get("update_id"), at)


def _heard(message: Update, act: Any, at: datetime) -> Iterator[Heard]:
    chat, sender = _number(_dict(message.get("chat")).get("id")), _sender(message)
    number = message.get("message_id")
    if not (chat and sender and isinstance(number, int)) or _kind(message) not in (PRIVATE, *GROUPS):
        return
    written, token = _words(_text(message.get("text")) or _text(message.get("caption")))
    place, media = _place(message), _media(message)
    if not (written or token or place or media):
        return
    answered = _dict(message.get("reply_to_message")).get("message_id")
    yield Heard(
        id=f"{chat}:{number}",
        sender=sender,
        at=_moment(message.get("edit_date") or message.get("date")) or at,
        text=written,
        media=media,
        location=place,
        answer_to=f"{chat}:{answered}" if isinstance(answered, int) else "",
        token=token,
        act=act,
        **_where(message),
    )


def _tapped(query: Update, at: datetime) -> Iterator[Heard]:
    message, name, choice = _dict(query.get("message")), query_in({"callback_query": query}), _text(query.get("data"))
    chat, number = _number(_dict(message.get("chat")).get("id")), message.get("message_id")
    sender = _sender(query)
    if not (name and choice and sender):
        return
    answered = f"{chat}:{number}" if chat and isinstance(number, int) else ""
    yield Heard(id=f"tap:{name}", sender=sender, at=at, choice=choice, answer_to=answered, **_where(message))


def _left(change: Update, number: Any, at: datetime) -> Iterator[Heard]:
    """The bot was blocked by a person, or put out of a group."""
    status = _dict(change.get("new_chat_member")).get("status")
    sender = _sender(change)
    if status in ("kicked", "left") and sender:
        moment = _moment(change.get("date")) or at
        yield Heard(id=f"left:{number}", sender=sender, at=moment, act="left", **_where(change))


def _moved(message: Update, at: datetime) -> Iterator[Moved]:
    chat = _number(_dict(message.get("chat")).get("id"))
    to, before = _number(message.get("migrate_to_chat_id")), _number(message.get("migrate_from_chat_id"))
    moment = _moment(message.get("date")) or at
    if chat and to:
        yield Moved(old=chat, new=to, at=moment)
    elif chat and before:
        yield Moved(old=before, new=chat, at=moment)


def _where(about: Update) -> dict[str, str]:
    """In which group it was said, if in one: there the sender has an address of another kind than the room."""
    if _kind(about) not in GROUPS:
        return {}
    return {"room": _number(_dict(about.get("chat")).get("id")), "sender_kind": "telegram"}


def _words(text: str) -> tuple[str, str]:
    """What was written, and the code of a start link. A command is a word: "/stop" is "stop"."""
    command = COMMAND.match(text)
    if command is None:
        return text, ""
    rest = text[command.end() :].strip()
    if command[1].casefold() == "start" and rest:
        return rest, rest.split()[0][:64]
    return f"{command[1]} {rest}".strip(), ""


def _media(message: Update) -> tuple[Media, ...]:
    sizes = [size for size in _list(message.get("photo")) if _file(size)]
    if sizes:
        largest = max(sizes, key=lambda size: size.get("width", 0) if isinstance(size.get("width"), int) else 0)
        return (Media(kind="photo", reference=_file(largest)),)
    if file := _file(message.get("voice")) or _file(message.get("audio")):
        return (Media(kind="voice", reference=file),)
    if file := _file(message.get("video")) or _file(message.get("video_note")):
        return (Media(kind="video", reference=file),)
    document = _dict(message.get("document"))
    if file := _file(document):
        is_picture = _text(document.get("mime_type")).startswith("image/")
        return (Media(kind="photo" if is_picture else "file", reference=file),)
    return ()


def _file(found: Any) -> str:
    """The name of a file that a bot may get; nothing for one that is too large."""
    file = _dict(found)
    size = file.get("file_size")
    too_large = isinstance(size, int) and size > MOST_BYTES
    return "" if too_large else _text(file.get("file_id"))


def _place(message: Update) -> tuple[float, float] | None:
    where = _dict(message.get("location"))
    north, east = where.get("latitude"), where.get("longitude")
    if not (isinstance(north, int | float) and isinstance(east, int | float)):
        return None
    return (float(north), float(east)) if -90 <= north <= 90 and -180 <= east <= 180 else None


def _sender(about: Update) -> str:
    """Who it was; nothing for another bot, behind which an administrator may hide too."""
    sender = _dict(about.get("from"))
    return "" if sender.get("is_bot") else _number(sender.get("id"))


def _kind(about: Update) -> Any:
    return _dict(about.get("chat")).get("type")


def _moment(seconds: Any) -> datetime | None:
    is_whole = isinstance(seconds, int) and 0 < seconds < 2**33
    return datetime.fromtimestamp(seconds, UTC) if is_whole else None


def _number(found: Any) -> str:
    return str(found) if isinstance(found, int) and not isinstance(found, bool) and found else ""


def _text(found: Any) -> str:
    return found if isinstance(found, str) else ""


def _dict(found: Any) -> Update:
    return found if isinstance(found, dict) else {}


def _list(found: Any) -> list[Update]:
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
