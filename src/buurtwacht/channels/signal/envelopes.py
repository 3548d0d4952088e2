# SPDX-License-Identifier: EUPL-1.2
"""What an envelope of Signal says. Pure: nonsense gives nothing."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Literal

from buurtwacht.channels.inbound import Event, Heard, Media, Progress

from .daemon import inner

LATEST = 253402214400000  # milliseconds: the year 9999
KINDS: dict[str, Literal["photo", "voice", "video", "file"]] = {"image": "photo", "audio": "voice", "video": "video"}


def envelope_in(found: dict[str, Any]) -> dict[str, Any]:
    """The envelope, however deep it is wrapped: daemons differ in that."""
    for way in (("envelope",), ("params", "envelope"), ("params", "result", "envelope"), ("result", "envelope")):
        envelope = inner(found, *way)
        if isinstance(envelope, dict):
            return envelope
    return {}


def events_in(envelope: dict[str, Any]) -> Iterable[Event]:
    """What somebody said, changed or erased, or what became of what we sent.

    Signal's own id says who it is. The number beside it may have been somebody else's last year.
    """
    sender = _text(envelope, "sourceUuid") or _text(envelope, "sourceNumber")
    if not sender:
        return
    receipt = inner(envelope, "receiptMessage")
    if isinstance(receipt, dict):
        yield from _progress(receipt, sender)
        return
    changed = inner(envelope, "editMessage", "targetSentTimestamp")
    data = inner(envelope, "editMessage", "dataMessage") if changed else inner(envelope, "dataMessage")
    if isinstance(data, dict) and (heard := _heard(envelope, sender, data, changed)):
        yield heard


def _heard(envelope: dict[str, Any], sender: str, data: dict[str, Any], changed: object) -> Heard | None:
    moment, erased = data.get("timestamp"), inner(data, "remoteDelete", "timestamp")
    group = inner(data, "groupInfo", "groupId")
    room = group if isinstance(group, str) else ""
    media = tuple(_media(data.get("attachments"), sender, room))
    text, named = _text(data, "message"), next((one for one in (erased, changed, moment) if _is_moment(one)), None)
    if named is None or not (text or media or erased):
        return None
    quote = inner(data, "quote", "id")
    return Heard(
        id=f"{sender}:{named}",
        sender=sender,
        at=at(moment),
        text="" if erased else text,
        media=() if erased else media,
        answer_to=str(quote) if _is_moment(quote) else "",
        room=room,
        kind="signal_group" if room else "signal",
        sender_kind="signal" if room else "",
        act="erased" if erased else "changed" if changed else "said",
    )


def _progress(receipt: dict[str, Any], sender: str) -> Iterable[Progress]:
    """On the phone, or read; where people let others know that. Their app says it, and can say anything."""
    seen = receipt.get("isRead") is True or receipt.get("isViewed") is True
    if not seen and receipt.get("isDelivery") is not True:
        return
    moments = receipt.get("timestamps")
    for moment in moments if isinstance(moments, list) else []:
        if _is_moment(moment):
            state: Literal["shown", "seen"] = "seen" if seen else "shown"
            yield Progress(state=state, at=at(receipt.get("when")), provider_id=str(moment), told_by=sender)


def _media(attachments: object, sender: str, room: str) -> Iterable[Media]:
    for one in attachments if isinstance(attachments, list) else []:
        name = _text(one, "id") if isinstance(one, dict) else ""
        if name:
            kind = KINDS.get(_text(one, "contentType").partition("/")[0], "file")
            yield Media(kind=kind, reference=f"{room or sender} {name}")


def at(milliseconds: object) -> datetime:
    """A moment of Signal; the beginning of time for nonsense."""
    whole = milliseconds if isinstance(milliseconds, int) and _is_moment(milliseconds) else 0
    return datetime.fromtimestamp(whole / 1000, UTC)


def _is_moment(found: object) -> bool:
    return isinstance(found, int) and not isinstance(found, bool) and 0 < found < LATEST


def _text(of: dict[str, Any], key: str) -> str:
    value = of.get(key)
    return value.replace("\0", "").strip() if isinstance(value, str) else ""
