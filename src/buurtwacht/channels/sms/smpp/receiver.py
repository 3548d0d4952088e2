# SPDX-License-Identifier: EUPL-1.2
"""Reads what came in over the connection: one `deliver_sm`, or those of one long text behind each other."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from django.conf import settings

from buurtwacht.channels.inbound import Event, Heard, Progress, Raw, Receiver, Refused, Reply
from buurtwacht.channels.sms.numbers import sender_in

from .coding import decoded
from .pdu import HEADER
from .reading import Became, Said, read

NAME = "x-buurtwacht-name"  # the name of the message that a receipt is about, in the spelling of their answer


class SmppReceiver(Receiver):
    kind = "sms"

    def greet(self, raw: Raw) -> Reply:
        raise Refused("text messages come in over SMPP here")

    def read(self, raw: Raw) -> Iterable[Event]:
        at = raw.at or datetime.now(UTC)
        found = [one for unit in units_in(raw.body) if (one := read(unit))]
        said = [one for one in found if isinstance(one, Said)]
        receipts = [one for one in found if isinstance(one, Became)]
        return [*_heard(said, raw, at), *_progress(receipts, raw.headers.get(NAME, ""), at)]


def units_in(body: bytes) -> Iterator[bytes]:
    """The units that stand behind each other; nothing of what is no unit."""
    while len(body) >= HEADER.size:
        length = HEADER.unpack_from(body)[0]
        if not HEADER.size <= length <= len(body):
            return
        yield body[:length]
        body = body[length:]


def _heard(said: list[Said], raw: Raw, at: datetime) -> Iterator[Heard]:
    if not said:
        return
    sender = sender_in(said[0].sender)
    text = decoded(b"".join(one.data for one in said), said[0].coding, settings.SMPP_ALPHABET)
    if sender and text is not None:
        # SMPP has no name for a message that comes in. What is sent again after a lost answer is heard again.
        name = hashlib.sha256(repr((raw.body, raw.at)).encode()).hexdigest()
        yield Heard(id=name, sender=sender, at=at, text=text)


def _progress(receipts: list[Became], name: str, at: datetime) -> Iterator[Progress]:
    for one in receipts:
        if one.state and (name or one.name):
            yield Progress(state=one.state, at=at, provider_id=(name or one.name)[:120], reason=one.reason)
