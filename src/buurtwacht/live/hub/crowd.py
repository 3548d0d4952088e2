# SPDX-License-Identifier: EUPL-1.2
"""Everybody who is connected and hears something, and the one clock that keeps them warm."""

import time
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Protocol
from uuid import UUID

BEAT = 25  # seconds between two heartbeats; some mobile networks drop what is silent for 30


class Subscriber(Protocol):
    """A stream or a poll."""

    person_id: UUID
    bucket: int

    def beat(self, now: float) -> None: ...
    def end(self, last_word: bytes = ...) -> None: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...
    def leave(self) -> None: ...


class Crowd:
    """All subscribers, in 25 buckets: each second one bucket gets its heartbeat. No timer per connection."""

    def __init__(self) -> None:
        self._buckets: list[set[Subscriber]] = [set() for _ in range(BEAT)]
        self._tick = 0
        self._next = 0
        self._of_person: Counter[UUID] = Counter()

    def __len__(self) -> int:
        return sum(map(len, self._buckets))

    def __iter__(self) -> Iterator[Subscriber]:
        return chain.from_iterable(self._buckets)

    def add(self, subscriber: Subscriber) -> None:
        """Keep this one warm, starting at some moment in the next 25 seconds."""
        self._next = (self._next + 1) % BEAT
        self._put(subscriber, self._next)

    def add_last(self, subscriber: Subscriber) -> None:
        """Let the first beat come as late as possible: for a poll it is the end."""
        self._put(subscriber, (self._tick - 1) % BEAT)

    def remove(self, subscriber: Subscriber) -> None:
        if subscriber not in self._buckets[subscriber.bucket]:
            return
        self._buckets[subscriber.bucket].discard(subscriber)
        self._of_person[subscriber.person_id] -= 1
        if not self._of_person[subscriber.person_id]:
            del self._of_person[subscriber.person_id]

    def of_person(self, person_id: UUID) -> int:
        """How many streams and polls this person has open."""
        return self._of_person[person_id]

    def end_person(self, person_id: UUID) -> None:
        """End everything of this person. A walk past all: it is rare, and costs nothing while it is not needed."""
        for subscriber in [one for one in self if one.person_id == person_id]:
            subscriber.end()

    def beat(self) -> None:
        """Called every second."""
        now = time.time()
        bucket = tuple(self._buckets[self._tick])
        self._tick = (self._tick + 1) % BEAT
        for subscriber in bucket:
            subscriber.beat(now)

    def _put(self, subscriber: Subscriber, bucket: int) -> None:
        subscriber.bucket = bucket
        self._buckets[bucket].add(subscriber)
        self._of_person[subscriber.person_id] += 1
