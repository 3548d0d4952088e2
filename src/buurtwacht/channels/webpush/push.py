# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

from buurtwacht.channels.answers import Answer
from buurtwacht.channels.base import DeliveryFailed

from .headers import Fields

Done = Callable[[Answer | DeliveryFailed], None]


class Push:
    """One sealed message on its way. `rank` 0 goes first; `done` is called exactly once."""

    __slots__ = ("body", "done", "fields", "path", "rank", "since", "tries")

    def __init__(self, path: bytes, fields: Fields, body: bytes, done: Done, rank: int = 0) -> None:
        self.path = path
        self.fields = fields
        self.body = body
        self.done = done
        self.rank = rank
        self.since = 0.0  # when it began to wait for room
        self.tries = 0
