# SPDX-License-Identifier: EUPL-1.2
"""What an HTTP answer means for a message. The same for every channel that speaks HTTP."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from .base import DeliveryFailed

LONGEST_WAIT = 24 * 3600

REASONS = {
    400: "they do not understand us",
    401: "our credentials are refused",
    403: "our credentials are refused",
    404: "the address does not exist",
    408: "they waited too long for us",
    410: "the address is gone",
    413: "the message is too large",
    429: "we send too much at a time",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, and headers with names in lower case."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)


def failure_in(answer: Answer) -> DeliveryFailed | None:
    """None when the message was taken: an odd yes (200, 202, 204 …) is still a yes.

    "Permanent" needs proof: only "gone" and "too large" are. A wrong password of ours must never switch off a
    neighbour's phone, so every other refusal is tried again until the message is no longer worth it.
    """
    status = answer.status
    if 200 <= status < 300:
        return None
    gone = status in (404, 410)
    return DeliveryFailed(
        f"{status}: {REASONS.get(status, 'trouble on their side')}",
        permanent=gone or status == 413,
        gone=gone,
        retry_after=seconds_in(answer.headers.get("retry-after", "")) if status in (429, 503) else None,
    )


def seconds_in(value: str) -> float | None:
    """The seconds of a `Retry-After` (RFC 9110, section 10.2.3), written as a number or as a date; None if neither."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(min(int(value[:9]), LONGEST_WAIT))
    try:
        moment = parsedate_to_datetime(value).timestamp()
    except (ValueError, OverflowError):
        return None
    return min(max(moment - time.time(), 0.0), LONGEST_WAIT)
