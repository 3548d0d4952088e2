# SPDX-License-Identifier: EUPL-1.2
"""What an event in a room says (Matrix specification, "Instant messaging"). Pure: nonsense gives nothing."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from buurtwacht.channels.inbound import Heard, Media, Moved

from .names import is_ours
from .places import point_in

MEDIA: dict[str, Literal["photo", "voice", "video", "file"]] = {
    "m.image": "photo",
    "m.audio": "voice",
    "m.video": "video",
    "m.file": "file",
}
TEXTS = ("m.text", "m.emote")  # what another bot says is an m.notice: bots do not talk with bots
SEEN = ("👍", "✅", "✔", "👀")
HUES = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff]")  # drawn in colour, and the five hues of skin
LATEST = 253402214400000  # milliseconds: the year 9999

Event = Mapping[str, Any]


def heard_in(event: Event) -> Heard | None:
    """What somebody else said, changed or erased in a room; None for everything that is not that."""
    sender, room, name = (_text(event, key) for key in ("sender", "room_id", "event_id"))
    if not (sender.startswith("@") and room.startswith("!") and name) or is_ours(sender):
        return None
    common: dict[str, Any] = {"sender": sender, "at": moment_of(event)}
    common |= {"room": room, "kind": "matrix_room", "sender_kind": "matrix"}
    content = _object(event, "content")
    kind = event.get("type")
    if kind == "m.room.message":
        return _message(name, content, common)
    if kind == "m.room.redaction":
        erased = _text(event, "redacts") or _text(content, "redacts")  # in the content from room version 11 on
        return Heard(id=erased, act="erased", **common) if erased else None
    if kind == "m.reaction":
        return _reaction(name, _object(content, "m.relates_to"), common)
    if kind == "m.room.member" and content.get("membership") == "leave" and event.get("state_key") == sender:
        return Heard(id=name, act="left", **common)
    return None


def moved_in(event: Event) -> Moved | None:
    """The room that took the place of another one, as when it is brought to a newer version."""
    old, new = _text(event, "room_id"), _text(_object(event, "content"), "replacement_room")
    # Without the empty key it is no state of the room, but something that any member may have written.
    is_state = event.get("type") == "m.room.tombstone" and event.get("state_key") == ""
    if not (is_state and old.startswith("!") and new.startswith("!")):
        return None
    return Moved(old=old, new=new, at=moment_of(event), kind="matrix_room")


def _message(name: str, content: Event, common: dict[str, Any]) -> Heard | None:
    relation = _object(content, "m.relates_to")
    if relation.get("rel_type") == "m.replace":
        changed, now = _text(relation, "event_id"), _object(content, "m.new_content")
        said = _said(now)
        return Heard(id=changed, act="changed", **said, **common) if changed and said else None
    said = _said(content)
    return Heard(id=name, answer_to=_answered(relation), **said, **common) if said else None


def _reaction(name: str, relation: Event, common: dict[str, Any]) -> Heard | None:
    """A sign that says "seen", under one message; the hue of a hand does not matter, and other signs say nothing."""
    to, sign = _text(relation, "event_id"), HUES.sub("", _text(relation, "key"))
    if relation.get("rel_type") != "m.annotation" or sign not in SEEN or not to:
        return None
    return Heard(id=name, act="reacted", choice="seen", answer_to=to, **common)


def _said(content: Event) -> dict[str, Any]:
    """The words, the photo or the place; nothing for what we do not understand."""
    kind, body = content.get("msgtype"), _text(content, "body")
    if kind in TEXTS:
        text = without_quote(body)
        return {"text": text} if text else {}
    if kind in MEDIA and _text(content, "url").startswith("mxc://"):
        media = Media(kind=MEDIA[kind], reference=_text(content, "url"))
        has_words = "filename" in content and content["filename"] != body  # else the body is the name of the file
        return {"media": (media,), "text": body if has_words else ""}
    if kind == "m.location" and (point := point_in(_text(content, "geo_uri"))):
        return {"location": point}
    return {}


def _answered(relation: Event) -> str:
    """To what this is an answer. In a thread, clients that know none of it also name the newest message: not meant."""
    in_thread = relation.get("rel_type") == "m.thread"
    if in_thread and relation.get("is_falling_back") is True:
        return _text(relation, "event_id")
    return _text(_object(relation, "m.in_reply_to"), "event_id") or (_text(relation, "event_id") if in_thread else "")


def without_quote(body: str) -> str:
    """The words without the quoted message that older clients put before an answer."""
    lines = body.split("\n")
    if not lines[0].startswith("> <"):
        return body.strip()
    while lines and lines[0].startswith(">"):
        del lines[0]
    return "\n".join(lines).strip()


def _text(of: Event, key: str) -> str:
    value = of.get(key)
    return value.replace("\0", "") if isinstance(value, str) else ""


def _object(of: Event, key: str) -> Event:
    value = of.get(key)
    return value if isinstance(value, dict) else {}


def moment_of(event: Event) -> datetime:
    at = event.get("origin_server_ts")
    whole = at if isinstance(at, int) and 0 < at < LATEST else 0
    return datetime.fromtimestamp(whole / 1000, UTC)
