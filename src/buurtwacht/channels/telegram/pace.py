# SPDX-License-Identifier: EUPL-1.2
"""How fast one chat may hear from us. Telegram names no exact limits: about one message a second, in a group twenty a
minute. We stay below, and keep room for alarms. Plain memory: one process owns the account."""

import asyncio
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable

MINUTE = 60.0
GROUP_MOST = 20  # in one minute
GROUP_CALM = 12  # so many go one by one; what comes above waits a moment and goes together
GROUP_LESS_URGENT = 15  # the last five of a minute are for alarms
BETWEEN = 1.0  # seconds between two messages in one chat
BURST = 3  # that one person may get at a time, as in a conversation


class Pace:
    """When each chat may hear the next message."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._sent: dict[str, deque[float]] = defaultdict(deque)
        self._rests: dict[str, float] = {}

    def wait(self, chat: str, *, is_alarm: bool) -> float:
        """Seconds until this chat may hear more; 0 for now. Short pauses between two messages do not count."""
        now = self._clock()
        rest = self._rests.get(chat, 0.0) - now
        if not is_group(chat):
            return max(rest, 0.0)
        sent = self._lately(chat, now)
        most = GROUP_MOST if is_alarm else GROUP_LESS_URGENT
        full = sent[len(sent) - most] + MINUTE - now if len(sent) >= most else 0.0
        return max(rest, full, 0.0)

    def is_busy(self, chat: str) -> bool:
        """Does this group hear so much that news should go together?"""
        return is_group(chat) and len(self._lately(chat, self._clock())) >= GROUP_CALM

    async def take_turn(self, chat: str) -> None:
        """Wait for the pause after the messages before, and count this one."""
        now = self._clock()
        sent = self._lately(chat, now)
        burst = 1 if is_group(chat) else BURST
        at = max(now, sent[-burst] + burst * BETWEEN) if len(sent) >= burst else now
        sent.append(at)
        if at > now:
            await self._sleep(at - now)

    def rest(self, chat: str, seconds: float) -> None:
        """The other side asks for quiet in this chat."""
        self._rests[chat] = self._clock() + seconds

    def _lately(self, chat: str, now: float) -> deque[float]:
        sent = self._sent[chat]
        while sent and sent[0] <= now - MINUTE:
            sent.popleft()
        if len(self._sent) > 50_000:  # chats of the last minute are few; the others are empty
            self._sent = defaultdict(deque, {one: times for one, times in self._sent.items() if times})
            sent = self._sent[chat]
        return sent


def is_group(chat: str) -> bool:
    """Groups have negative numbers."""
    return chat.startswith("-")
