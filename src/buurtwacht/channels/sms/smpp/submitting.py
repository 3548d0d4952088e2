# SPDX-License-Identifier: EUPL-1.2
"""A text as `submit_sm`: one, or one for each part; and what an answer means. Pure, but for the number of the text."""

import itertools
import re
import secrets
from collections.abc import Callable, Iterator
from typing import Any

import smpp34
from django.conf import settings

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.sms.driver import Text

from .coding import HEADER_FOLLOWS, Part, cut, encoded, headed
from .pdu import Status, Tag, Unit, text_in

WHEN_DONE = 1  # registered_delivery: a receipt when it arrived, and when it never will
MOST_VALID = 7 * 24 * 3600
BUSY: dict[int, float] = {Status.THROTTLED: 1.0, Status.QUEUE_FULL: 5.0}  # seconds to rest
_texts = itertools.count(secrets.randbelow(256))

Make = Callable[[int], bytes]


def submits(text: Text) -> Iterator[Make]:
    """What makes each unit, given its number. Only the last asks for a receipt: one name stands for the whole text."""
    coding, signs = encoded(text.words, settings.SMPP_ALPHABET)
    pieces = cut(signs, coding)
    if len(pieces) > 1 and settings.SMPP_LONG == "payload":
        payload = [smpp34.Tlv(Tag.MESSAGE_PAYLOAD, b"".join(pieces))]
        yield _submit(text, b"", data_coding=coding, tlvs=payload, registered_delivery=WHEN_DONE)
        return
    number = next(_texts)
    for at, piece in enumerate(pieces, 1):
        is_long, is_last = len(pieces) > 1, at == len(pieces)
        yield _submit(
            text,
            headed(piece, Part(number, len(pieces), at)) if is_long else piece,
            data_coding=coding,
            esm_class=HEADER_FOLLOWS if is_long else 0,
            registered_delivery=WHEN_DONE if is_last else 0,
        )


def name_in(answer: Unit) -> str:
    """Their name for the message. Raises `DeliveryFailed`. A number is never "gone": no status proves that."""
    status = answer.status
    if status == Status.OK:
        return text_in(answer.body)[:65]
    wrong_number = status == Status.WRONG_DESTINATION
    raise DeliveryFailed(f"status 0x{status:08x}", permanent=wrong_number, retry_after=BUSY.get(status))


def _submit(text: Text, data: bytes, **fields: Any) -> Make:
    sender = settings.SMS_FROM
    kind, plan = (1, 1) if sender.startswith("+") else (5, 0) if re.search("[A-Za-z]", sender) else (3, 0)

    def make(number: int) -> bytes:
        unit = smpp34.SubmitSm(
            sender.removeprefix("+"),
            text.number.removeprefix("+"),
            data,
            source_addr_ton=kind,
            source_addr_npi=plan,
            dest_addr_ton=1,
            dest_addr_npi=1,
            validity_period=valid_for(text.ttl),
            sequence_number=number,
            **fields,
        )
        return unit.encode()

    return make


def valid_for(seconds: int) -> str:
    """A relative time (section 7.1.1): years, months, days, hours, minutes, seconds, and "R"."""
    days, rest = divmod(min(max(seconds, 60), MOST_VALID), 24 * 3600)
    return f"0000{days:02}{rest // 3600:02}{rest % 3600 // 60:02}{rest % 60:02}000R"
