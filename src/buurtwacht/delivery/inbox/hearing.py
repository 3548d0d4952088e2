# SPDX-License-Identifier: EUPL-1.2
"""Who wants to know what people say on channels. Rooms above register; delivery itself understands nothing of it."""

from collections.abc import Callable

from buurtwacht.channels.inbound import Heard, Moved

Ear = Callable[[str, Heard | Moved], None]

_ears: list[Ear] = []


def hears(ear: Ear) -> Ear:
    """Register a function that is called with the channel's kind and what was said, in a transaction of its own.

    It runs once for each thing, again when it raises. A provider that tells us twice is heard once.
    """
    _ears.append(ear)
    return ear


def tell_all(kind: str, event: Heard | Moved) -> None:
    for ear in _ears:
        ear(kind, event)
