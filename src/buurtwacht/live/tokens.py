# SPDX-License-Identifier: EUPL-1.2
"""Signed slips of paper, read without a database: who may hear which topics, and which delivery a receipt is about.

A token is `<kind and version>.<payload>.<signature>`. The signature is HMAC-SHA-256 (RFC 2104) over all that stands
before it, so a token of one kind is never taken for another.
"""

import hmac
import json
import struct
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.conf import settings

STREAM = b"s1"  # opens a stream at the hub
TOPICS = b"t1"  # lies in the page; the site gives a fresh stream token for it
RECEIPT = b"r1"  # travels with a delivery; comes back with "shown", "seen" or an answer

STREAM_LIFE = timedelta(minutes=15)
TOPICS_LIFE = timedelta(hours=24)  # not longer than events are kept: see access.still_allowed
RECEIPT_LIFE = timedelta(days=7)
MOST_TOPICS = 64
MOST_CHARACTERS = 6000  # a token travels in the first line of a request, which the hub keeps under 8 KB

_SIGNATURE_BYTES = 16  # half of HMAC-SHA-256 (RFC 2104, section 5): receipts must fit in a push message
_RECEIPT_LAYOUT = struct.Struct(">16s16s16sI")


class Refused(Exception):
    """This token does not open anything. The text says why, in words safe for anybody."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a stream token or a topics token says. Times are Unix seconds."""

    person_id: UUID
    topics: tuple[str, ...]
    issued_at: float
    expires_at: float


@dataclass(frozen=True, slots=True)
class ReceiptClaim:
    """Which delivery a receipt is about."""

    delivery_id: UUID
    person_id: UUID
    report_id: UUID


def stream_token(person_id: UUID, topics: Iterable[str], valid_for: timedelta = STREAM_LIFE) -> str:
    """Lets this person hear these topics at the hub, for a short time."""
    return _claim_token(STREAM, person_id, topics, valid_for)


def topics_token(person_id: UUID, topics: Iterable[str]) -> str:
    """What a page keeps to ask for fresh stream tokens while it stays open. The server chose the topics."""
    return _claim_token(TOPICS, person_id, topics, TOPICS_LIFE)


def receipt_token(delivery_id: UUID, person_id: UUID, report_id: UUID, valid_for: timedelta = RECEIPT_LIFE) -> str:
    """Lets whoever received this delivery say so. 96 characters."""
    expires = int(time.time() + valid_for.total_seconds())
    return _sign(RECEIPT, _RECEIPT_LAYOUT.pack(delivery_id.bytes, person_id.bytes, report_id.bytes, expires))


def read_stream_token(token: str) -> Claim:
    """Raises `Refused` for what is forged, damaged or stale."""
    return _read_claim(STREAM, token)


def read_topics_token(token: str) -> Claim:
    """Raises `Refused` for what is forged, damaged or stale."""
    return _read_claim(TOPICS, token)


def read_receipt_token(token: str) -> ReceiptClaim:
    """Raises `Refused` for what is forged, damaged or stale."""
    try:
        delivery, person, report, expires = _RECEIPT_LAYOUT.unpack(_verify(RECEIPT, token))
    except struct.error as error:
        raise Refused("This token is damaged.") from error
    _refuse_stale(expires)
    return ReceiptClaim(UUID(bytes=delivery), UUID(bytes=person), UUID(bytes=report))


def _claim_token(kind: bytes, person_id: UUID, topics: Iterable[str], valid_for: timedelta) -> str:
    chosen = tuple(dict.fromkeys(topics))
    now = time.time()
    payload = json.dumps([person_id.hex, round(now, 3), round(now + valid_for.total_seconds(), 3), chosen])
    token = _sign(kind, payload.encode())
    if len(chosen) > MOST_TOPICS or len(token) > MOST_CHARACTERS:
        raise ValueError("one stream cannot follow that many topics")
    return token


def _read_claim(kind: bytes, token: str) -> Claim:
    person, issued, expires, topics = json.loads(_verify(kind, token))
    _refuse_stale(expires)
    return Claim(UUID(hex=person), tuple(topics), issued, expires)


def _refuse_stale(expires: float) -> None:
    if expires <= time.time():
        raise Refused("This token has expired. Ask the site for a fresh one.")


def _sign(kind: bytes, payload: bytes) -> str:
    text = kind + b"." + _encode(payload)
    return (text + b"." + _signature(text)).decode()


def _verify(kind: bytes, token: str) -> bytes:
    """The payload of a token that we signed ourselves, for this kind of use."""
    text, _, signature = token.encode(errors="replace").rpartition(b".")
    if not text.startswith(kind + b"."):
        raise Refused("This is not a token of the right kind.")
    if not hmac.compare_digest(signature, _signature(text)):
        raise Refused("This token was not signed here, or it is incomplete.")
    body = text[len(kind) + 1 :]
    return urlsafe_b64decode(body + b"=" * (-len(body) % 4))


def _signature(text: bytes) -> bytes:
    key: bytes = settings.STREAM_KEY
    return _encode(hmac.digest(key, text, "sha256")[:_SIGNATURE_BYTES])


def _encode(data: bytes) -> bytes:
    return urlsafe_b64encode(data).rstrip(b"=")
