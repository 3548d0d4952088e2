# SPDX-License-Identifier: EUPL-1.2
"""What somebody said: words, a tap, a photo, a place, or that the number has changed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Literal

from buurtwacht.channels.inbound import Heard, Media, Moved
from buurtwacht.channels.whatsapp.addresses import from_meta, own_id_from_meta
from buurtwacht.channels.whatsapp.media import reference_of
from buurtwacht.channels.whatsapp.shapes import MARK

from .values import Json, moment, number, part, text

Said = dict[str, Any]  # the fields of `Heard` that depend on the kind of message
SILENT = ("reaction", "sticker", "system", "request_welcome", "ephemeral")  # a thumb on our alert is no news
REFERENCE_SIGNS = 36  # our name for a delivery is a UUID
FILES: dict[str, Literal["photo", "voice", "video", "file"]] = {
    "image": "photo",
    "video": "video",
    "audio": "voice",
    "voice": "voice",
    "document": "file",
}


def heard_in(message: Json, contacts: Sequence[Json], now: datetime) -> Heard | Moved | None:
    """None for what is no news."""
    kind = text(message, "type")
    if kind == "system":
        return _moved(message, now)
    number_, own_id = _sender(message, contacts)
    if kind in SILENT or not (number_ or own_id) or not text(message, "id"):
        return None
    said: Said = {"id": text(message, "id"), "answer_to": text(part(message, "context"), "id")}
    said |= _content(kind, message)
    return Heard(sender=number_ or own_id, other_sender=own_id if number_ else "", at=moment(message, now), **said)


def _content(kind: str, message: Json) -> Said:
    """What we cannot read, such as a poll, comes as nothing but the fact that something was said."""
    if kind in FILES:
        return _file(part(message, kind), FILES[kind])
    read = _READS.get(kind)
    return read(part(message, kind)) if read else {}


def _file(inner: Json, kind: Literal["photo", "voice", "video", "file"]) -> Said:
    media = Media(kind=kind, reference=reference_of(text(inner, "id"), text(inner, "sha256")))
    return {"text": text(inner, "caption"), "media": (media,)} if text(inner, "id") else {}


def _location(inner: Json) -> Said:
    latitude, longitude = number(inner, "latitude"), number(inner, "longitude")
    if latitude is None or longitude is None or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return {}
    words = ", ".join(part for part in (text(inner, "name"), text(inner, "address")) if part)
    return {"location": (latitude, longitude), "text": words}


def _interactive(inner: Json) -> Said:
    reply = part(inner, "button_reply") or part(inner, "list_reply")
    return _chosen(text(reply, "id"), text(reply, "title"))


def _chosen(given_back: str, title: str) -> Said:
    """A tap: the choice, and our own name for the message, which Meta does not always tell."""
    choice, mark, reference = given_back.rpartition(MARK)
    if not mark or len(reference) != REFERENCE_SIGNS:
        return {"choice": given_back, "text": title}
    return {"choice": choice, "text": title, "token": reference}


def _edited(inner: Json) -> Said:
    changed = part(inner, "message")
    said = _content(text(changed, "type"), changed) if text(changed, "type") != "edit" else {}
    return said | {"id": text(inner, "original_message_id"), "act": "changed"}


_READS: dict[str, Callable[[Json], Said]] = {
    "text": lambda inner: {"text": text(inner, "body")},
    "location": _location,
    "interactive": _interactive,
    "button": lambda inner: _chosen(text(inner, "payload"), text(inner, "text")),
    "edit": _edited,
    "revoke": lambda inner: {"id": text(inner, "original_message_id"), "act": "erased"},
}


def _sender(message: Json, contacts: Sequence[Json]) -> tuple[str, str]:
    """The telephone number and Meta's own id of the sender, each empty when it is not told."""
    number_, own_id = from_meta(message.get("from")), own_id_from_meta(message.get("from_user_id"))
    for contact in contacts:
        is_sender = from_meta(contact.get("wa_id")) == number_ if number_ else contact.get("user_id") == own_id
        if is_sender or len(contacts) == 1:
            own_id = own_id or own_id_from_meta(contact.get("user_id"))
    return number_, own_id


def _moved(message: Json, now: datetime) -> Moved | None:
    """Somebody has another number, and says so by the network itself."""
    system = part(message, "system")
    old, new = from_meta(message.get("from")), from_meta(system.get("wa_id") or system.get("new_wa_id"))
    own_id = own_id_from_meta(system.get("user_id"))
    if not old or not (new or own_id) or new == old:
        return None
    return Moved(old=old, new=new or own_id, other=own_id if new else "", at=moment(message, now))
