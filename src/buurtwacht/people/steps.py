# SPDX-License-Identifier: EUPL-1.2
"""The steps of an alarm: which of somebody's ways is tried first, and when the others have their turn. Pure."""

from functools import lru_cache
from typing import NamedTuple

Way = tuple[str, int | None]
"""A channel, and the step on which its owner wants it; None leaves that to us."""

# What reaches somebody at once and for nothing comes first; what costs money or wakes the house comes when it must.
STEPS = (("webpush", "log", "telegram", "matrix", "signal", "apprise"), ("whatsapp", "sms"), ("voice",), ("email",))
ONLY_ALARMS = frozenset({"voice"})  # nobody is called for other news
WAITS = (0.0, 20.0, 60.0, 60.0, 60.0)  # seconds after the alarm at which each step has its turn (product.md, N3)
_STEP_OF = {channel: step for step, kinds in enumerate(STEPS) for channel in kinds}


class Place(NamedTuple):
    """Where a way stands on the ladder of its owner: 0 is used at once, the others `after` as many seconds."""

    rung: int
    after: float


@lru_cache(maxsize=1024)
def places(ways: frozenset[Way]) -> dict[Way, Place]:
    """The place of each way of one person. Whoever has only slow ways is told on the first of them at once."""
    steps = {way: _step_of(way) for way in ways}
    order = sorted(set(steps.values()))
    return {way: Place(order.index(step), WAITS[step] if step > order[0] else 0.0) for way, step in steps.items()}


def rungs(channels: frozenset[str]) -> dict[str, int]:
    """The rung of each of these channels of somebody who left the order to us."""
    return {
        channel: place.rung for (channel, _step), place in places(frozenset((one, None) for one in channels)).items()
    }


def _step_of(way: Way) -> int:
    channel, own = way
    step = _STEP_OF.get(channel, len(STEPS)) if own is None else own
    return min(max(step, 0), len(WAITS) - 1)
