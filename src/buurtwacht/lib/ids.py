# SPDX-License-Identifier: EUPL-1.2
"""Identifiers: UUID version 7 (RFC 9562, section 5.7), so that rows lie in the order in which they were made."""

import os
import time
from uuid import UUID

TICKS = 1 << 12  # in a millisecond: what the 12 bits after the milliseconds can tell apart
MOST_AHEAD = 1000 * TICKS  # a clock that was put back by more than a second is followed

_last = 0


def new_id() -> UUID:
    """A fresh UUIDv7, later in order than those that this process made before.

    48 bits of milliseconds, 12 bits for the part of a millisecond (RFC 9562, section 6.2, method 3), 62 random bits.
    When the clock stands still or goes back a little, the next tick is taken. Between processes only the clock decides.
    """
    tick = _next(time.time_ns() * TICKS // 1_000_000)
    milliseconds, part = divmod(tick, TICKS)
    random = int.from_bytes(os.urandom(8), "big") >> 2
    return UUID(int=milliseconds << 80 | 0x7 << 76 | part << 64 | 0b10 << 62 | random)


def _next(tick: int) -> int:
    """Needs no lock: threads that meet here share a tick, and chance decides between two ids made at the same time."""
    global _last
    if tick <= _last < tick + MOST_AHEAD:
        tick = _last + 1
    _last = tick
    return tick
