# SPDX-License-Identifier: EUPL-1.2
"""The id of a delivery follows from its intent and its contact point, so that it is known before anything is written.

The first half is the first half of the intent's UUIDv7, time included: all deliveries of an intent lie together in the
key and in one month. The second half is a hash of both.
"""

import hashlib
from datetime import UTC, datetime
from uuid import UUID

_VARIANT = 0x80  # RFC 9562, section 4.1: the two highest bits of octet 8 are 1 and 0


def delivery_id(intent_id: UUID, contact_point_id: UUID) -> UUID:
    """The same two always give the same id, so a slip in the message can name a row that comes later."""
    start = intent_id.bytes
    tail = bytearray(hashlib.blake2b(start + contact_point_id.bytes, digest_size=8).digest())
    tail[0] = tail[0] & 0x3F | _VARIANT
    return UUID(bytes=start[:8] + bytes(tail))


def bounds(intent_id: UUID) -> tuple[UUID, UUID]:
    """The lowest and highest id that a delivery of this intent can have."""
    start = intent_id.bytes[:8]
    return UUID(bytes=start + b"\x80" + bytes(7)), UUID(bytes=start + b"\xbf" + b"\xff" * 7)


def first_id_at(moment: datetime) -> UUID:
    """The lowest id of this moment: where a partition begins."""
    milliseconds = int(moment.astimezone(UTC).timestamp() * 1000)
    return UUID(int=milliseconds << 80)
