# SPDX-License-Identifier: EUPL-1.2
from collections import deque
from collections.abc import Iterable

MOST_BYTES = 8_000_000


class Memory:
    """The frames of the last events, so that screens that all come back at once ask nothing of the database.

    Every event with an id above `floor` is here.
    """

    __slots__ = ("_by_topic", "_most_events", "_order", "bytes", "floor")

    def __init__(self, most_events: int, floor: int = 0) -> None:
        self.floor = floor
        self._most_events = most_events
        self.bytes = 0
        self._order: deque[tuple[int, str]] = deque()
        self._by_topic: dict[str, deque[tuple[int, bytes]]] = {}

    def keep(self, event_id: int, topic: str, frame: bytes) -> None:
        """Remember the newest event, and let go of the oldest when there are too many."""
        self._order.append((event_id, topic))
        self._by_topic.setdefault(topic, deque()).append((event_id, frame))
        self.bytes += len(frame)
        while len(self._order) > self._most_events or self.bytes > MOST_BYTES:
            self._let_go()

    def after(self, event_id: int, topics: Iterable[str]) -> list[bytes]:
        """The frames of these topics after this id, in order. Only complete when `event_id` is not below the floor."""
        missed: list[tuple[int, bytes]] = []
        for topic in topics:
            for kept in reversed(self._by_topic.get(topic, ())):
                if kept[0] <= event_id:
                    break
                missed.append(kept)
        return [frame for _, frame in sorted(missed) if frame]

    def unsay(self, topic: str) -> None:
        """Forget what these frames said. Their places stay, so that the order is not disturbed."""
        frames = self._by_topic.get(topic, deque())
        self.bytes -= sum(len(frame) for _, frame in frames)
        for place, (event_id, _) in enumerate(frames):
            frames[place] = (event_id, b"")

    def _let_go(self) -> None:
        self.floor, topic = self._order.popleft()
        frames = self._by_topic[topic]
        self.bytes -= len(frames.popleft()[1])
        if not frames:
            del self._by_topic[topic]
