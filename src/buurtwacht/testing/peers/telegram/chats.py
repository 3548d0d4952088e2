# SPDX-License-Identifier: EUPL-1.2
"""Chats of the peer, and what a chat lets the bot do."""

from collections import deque
from dataclasses import dataclass, field
from typing import Any

PER_CHAT = 1.0  # seconds between two messages; short bursts pass
BURST = 3
PER_GROUP = 20  # messages a minute


@dataclass
class Chat:
    """A person's own chat with the bot (its number is theirs), or a group."""

    id: int
    kind: str = "private"
    began: bool = True  # a bot may not speak first
    blocked: bool = False
    moved_to: int = 0
    messages: list[dict[str, Any]] = field(default_factory=list)  # that the bot sent
    times: deque[float] = field(default_factory=deque)

    @property
    def as_json(self) -> dict[str, Any]:
        return {"id": self.id, "type": self.kind}

    def refusal(self) -> tuple[int, str]:
        """A status and why, or (0, "")."""
        if self.moved_to:
            return 400, "Bad Request: group chat was upgraded to a supergroup chat"
        if self.blocked and self.kind == "private":
            return 403, "Forbidden: bot was blocked by the user"
        if self.blocked:
            return 403, "Forbidden: bot was kicked from the group chat"
        if not self.began:
            return 403, "Forbidden: bot can't initiate conversation with a user"
        return 0, ""

    def flood(self, now: float) -> int:
        """Count one message, or say how many seconds to wait."""
        seconds, most = (60.0, PER_GROUP) if self.id < 0 else (PER_CHAT * BURST, BURST)
        while self.times and self.times[0] <= now - seconds:
            self.times.popleft()
        if len(self.times) >= most:
            return int(self.times[0] + seconds - now) + 1
        self.times.append(now)
        return 0
