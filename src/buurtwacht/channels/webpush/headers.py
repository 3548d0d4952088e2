# SPDX-License-Identifier: EUPL-1.2
"""What a push service may know of a message (RFC 8030, section 5): how long, how urgent, and what it replaces."""

import re
from hashlib import blake2b

from buurtwacht.channels.base import Message

from . import base64url

TOPIC = re.compile(r"[A-Za-z0-9_-]{1,32}")
LONGEST_TTL = 28 * 24 * 3600

# "high" wakes a phone that dozes. An update does so too: the all-clear must be as quick as the alarm was.
URGENCY = {"alarm": "high", "update": "high", "notice": "normal", "digest": "low"}

Fields = tuple[tuple[bytes, bytes], ...]


def fields(message: Message, authorization: str) -> Fields:
    """The headers of a push message, names in lower case as HTTP/2 wants them."""
    found = [
        (b"authorization", authorization.encode()),
        (b"ttl", b"%d" % min(max(int(message.ttl), 0), LONGEST_TTL)),
        (b"urgency", URGENCY[message.urgency].encode()),
        (b"content-encoding", b"aes128gcm"),
        (b"content-type", b"application/octet-stream"),
    ]
    if message.topic:
        found.append((b"topic", topic(message.topic).encode()))
    return tuple(found)


def topic(text: str) -> str:
    """A topic that a push service takes: at most 32 characters of base64url (RFC 8030, section 5.4)."""
    if TOPIC.fullmatch(text):
        return text
    return base64url.encode(blake2b(text.encode(), digest_size=24).digest())
