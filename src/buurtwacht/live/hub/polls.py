# SPDX-License-Identifier: EUPL-1.2
"""The long poll: the same cursor and the same bytes, for networks that let no stream through."""

from typing import TYPE_CHECKING
from uuid import UUID

from .board import Topic
from .frames import CLOSED, EXPIRED, RESET
from .history import UNREACHABLE
from .state import Hub

if TYPE_CHECKING:
    from .connection import Connection

MOST_ANSWERED = 262_144  # bytes


class Poll:
    """One question that waits for an answer: at most 25 seconds, then the answer is that nothing happened."""

    __slots__ = ("after", "bucket", "connection", "expires_at", "hub", "person_id", "topics")

    def __init__(
        self, hub: Hub, connection: "Connection", person_id: UUID, topics: tuple[Topic, ...], expires_at: float
    ) -> None:
        self.hub = hub
        self.connection = connection
        self.person_id = person_id
        self.topics = topics
        self.expires_at = expires_at
        self.bucket = 0
        self.after = 0

    def start(self, after: int | None) -> None:
        """Answer at once with what was missed, else wait for the next event."""
        position = self.hub.board.position
        self.after = position if after is None else after
        if self.after < self.hub.memory.floor:
            self.hub.spawn(self._read(self.after, position))
        elif missed := self.hub.memory.after(self.after, [topic.name for topic in self.topics]):
            self.answer(_first_of(missed))
        else:
            for topic in self.topics:
                topic.waiting.add(self)

    def hear(self, event_id: int, frame: bytes) -> None:
        if event_id > self.after:
            self.answer(frame)

    def beat(self, now: float) -> None:
        self.answer(EXPIRED if now >= self.expires_at else b"")

    def end(self, last_word: bytes = CLOSED) -> None:
        self.answer(last_word)

    def answer(self, frames: bytes) -> None:
        if self.connection.subscriber is self:
            self.leave()
            self.connection.answer(self.hub.answers.events(frames))

    def pause(self) -> None:
        """One answer, and then no more until the next question: there is nothing to hold back."""

    def resume(self) -> None:
        """See `pause`."""

    def leave(self) -> None:
        self.connection.subscriber = None
        for topic in self.topics:
            topic.waiting.discard(self)
        self.hub.board.forget_empty(self.topics)
        self.hub.crowd.remove(self)

    async def _read(self, after: int, upto: int) -> None:
        """The first page only: the next poll asks on from there."""
        try:
            if await self.hub.history.is_forgotten(after):
                self.answer(RESET)
                return
            async for frames in self.hub.history.pages([topic.name for topic in self.topics], after, upto):
                self.answer(b"".join(frames))
                return
        except UNREACHABLE:
            self.leave()
            self.connection.answer(self.hub.answers.busy)
            return
        if self.connection.subscriber is self:
            self.start(upto)


def _first_of(frames: list[bytes]) -> bytes:
    """As many frames as one answer should hold; the next poll asks on from there."""
    chosen, size = [], 0
    for frame in frames:
        chosen.append(frame)
        size += len(frame)
        if size > MOST_ANSWERED:
            break
    return b"".join(chosen)
