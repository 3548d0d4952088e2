# SPDX-License-Identifier: EUPL-1.2
"""Who hears what, and telling them. This is the loop that must be fast."""

import asyncio
from collections import deque
from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

AT_ONCE = 500  # streams written to before others get their turn


class Hearer(Protocol):
    """Somebody who takes frames straight away: an open stream."""

    def write(self, frame: bytes) -> None: ...


class Waiter(Protocol):
    """Somebody who decides per event: a stream that still replays, or a poll. It may leave while it hears."""

    def hear(self, event_id: int, frame: bytes) -> None: ...


class Topic:
    """The streams of one topic."""

    __slots__ = ("live", "name", "waiting")

    def __init__(self, name: str) -> None:
        self.name = name
        self.live: set[Hearer] = set()
        self.waiting: set[Waiter] = set()


class Board:
    """All topics that somebody hears."""

    def __init__(self) -> None:
        self.topics: dict[str, Topic] = {}
        self.position = 0  # the last event that was told
        self.told = 0  # frames written, for the figures
        self._queue: deque[tuple[list[Hearer], bytes]] = deque()

    def topics_named(self, names: Iterable[str]) -> tuple[Topic, ...]:
        """The topics with these names; new ones are made."""
        return tuple(self.topics.get(name) or self.topics.setdefault(name, Topic(name)) for name in names)

    def forget_empty(self, topics: Iterable[Topic]) -> None:
        """Take topics away that nobody hears any more."""
        for topic in topics:
            if not topic.live and not topic.waiting:
                self.topics.pop(topic.name, None)

    def tell(self, event_id: int, name: str, frame: bytes) -> None:
        """Write one event to everybody who follows the topic."""
        self.position = event_id
        topic = self.topics.get(name)
        if topic is None:
            return
        self.told += len(topic.live)
        if self._queue or len(topic.live) > AT_ONCE:
            self._tell_in_turns(list(topic.live), frame)
        else:
            for stream in topic.live:
                stream.write(frame)
        for waiter in tuple(topic.waiting):
            waiter.hear(event_id, frame)

    def _tell_in_turns(self, streams: list[Hearer], frame: bytes) -> None:
        """A big crowd is told in parts, so that requests are still read in between.

        There is one queue for all topics, not one per topic: a stream that follows two topics must never see event
        11 before event 10, or it would skip 10 when it comes back with "after 11".
        """
        if not self._queue:
            asyncio.get_running_loop().call_soon(self._next_turn)
        for start in range(0, len(streams), AT_ONCE):
            self._queue.append((streams[start : start + AT_ONCE], frame))

    def _next_turn(self) -> None:
        streams, frame = self._queue[0]
        for stream in streams:
            stream.write(frame)
        self._queue.popleft()
        if self._queue:
            asyncio.get_running_loop().call_soon(self._next_turn)


class Closings:
    """Whose rights have changed, and when: tokens from before that moment open nothing."""

    def __init__(self) -> None:
        self._at: dict[UUID, float] = {}

    def note(self, person_id: UUID, at: float) -> None:
        self._at[person_id] = max(at, self._at.get(person_id, 0.0))

    def refuse(self, person_id: UUID, issued_at: float, margin: float) -> bool:
        """Whether a token of this person, issued at this moment, is too old."""
        return issued_at < self._at.get(person_id, -margin) + margin

    def forget(self, before: float) -> None:
        """Tokens from before then have run out by themselves."""
        for person_id in [person_id for person_id, at in self._at.items() if at < before]:
            del self._at[person_id]
