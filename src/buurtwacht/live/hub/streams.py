# SPDX-License-Identifier: EUPL-1.2
"""One open screen, from the moment its token was accepted."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from .board import Topic, Waiter
from .frames import CLOSED, EXPIRED, HEARTBEAT

if TYPE_CHECKING:
    from .connection import Connection
    from .state import Hub

MOST_WAITING = 262_144  # bytes that may wait for a slow reader; beyond that it is cut off, comes back and replays
MOST_BEATS_JOINING = 3  # heartbeats (25 s) that a replay may take


def ignore(frame: bytes) -> None:
    """Where frames go for a stream that has left."""


class Replay(Protocol):
    """What a stream does before it is live."""

    def pause(self) -> None: ...
    def resume(self) -> None: ...
    def stop(self) -> None: ...


class Stream:
    """A screen that hears topics. Small, because a city has many."""

    __slots__ = ("beats", "bucket", "connection", "expires_at", "hub", "person_id", "replay", "topics", "write")

    def __init__(
        self, hub: "Hub", connection: "Connection", person_id: UUID, topics: tuple[Topic, ...], expires_at: float
    ) -> None:
        self.hub = hub
        self.connection = connection
        self.person_id = person_id
        self.topics = topics
        self.expires_at = expires_at
        self.write: Callable[[bytes], None] = connection.transport.write
        self.replay: Replay | None = None
        self.beats = 0
        self.bucket = 0

    def go_live(self) -> None:
        """From now on every frame comes straight away."""
        self.replay = None
        for topic in self.topics:
            topic.live.add(self)

    def wait_as(self, waiter: Waiter) -> None:
        """Let this waiter hear the topics meanwhile."""
        for topic in self.topics:
            topic.waiting.add(waiter)

    def stop_waiting(self, waiter: Waiter) -> None:
        for topic in self.topics:
            topic.waiting.discard(waiter)

    def beat(self, now: float) -> None:
        """Once every 25 seconds: end what has expired, keep the rest warm, give up on what never gets through."""
        self.beats += 1
        if now >= self.expires_at:
            self.end(EXPIRED)
        elif self.replay is None:
            self.write(HEARTBEAT)
        elif self.beats > MOST_BEATS_JOINING:
            self.connection.transport.abort()

    def end(self, last_word: bytes = CLOSED) -> None:
        """Say why, and close when that is written."""
        self.write(last_word)
        self.leave()
        self.connection.close()

    def pause(self) -> None:
        """The reader is slower than the street. One that replays is waited for, one that is live is cut off."""
        if self.replay is not None:
            self.replay.pause()
        else:
            self.hub.counts.slow += 1
            self.connection.transport.abort()

    def resume(self) -> None:
        if self.replay is not None:
            self.replay.resume()

    def leave(self) -> None:
        """Hear nothing more."""
        if self.write is ignore:
            return
        self.write = ignore
        if self.replay is not None:
            self.replay.stop()
            self.replay = None
        for topic in self.topics:
            topic.live.discard(self)
        self.hub.board.forget_empty(self.topics)
        self.hub.crowd.remove(self)
