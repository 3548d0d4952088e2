# SPDX-License-Identifier: EUPL-1.2
from buurtwacht.channels.answers import Answer
from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.webpush.push import Push


class Stream:
    """One request on a connection, and as much of its answer as has come."""

    __slots__ = ("answer", "push", "rest", "since", "window")

    def __init__(self, push: Push, since: float) -> None:
        self.push = push
        self.since = since
        self.answer: Answer | None = None
        self.rest = b""  # what the peer's window has no room for yet
        self.window = 0  # that room, while there is a rest

    def finish(self) -> None:
        """The peer is done with this stream."""
        found: Answer | DeliveryFailed = self.answer or DeliveryFailed("no answer", permanent=False)
        self.push.done(found)
