# SPDX-License-Identifier: EUPL-1.2
"""How much may be sent: per second, to one person, and to new people in a day."""

from collections import deque

from .clock import Clock
from .errors import Refusal

DAY = 24 * 3600


class Limits:
    """The numbers are Meta's, and a test may change them.

    `per_second`: messages of one phone number, in and out. `pair_burst` and `pair_every`: to one person 45 at once,
    and then one every 6 seconds. `daily_users`: different people outside of their window, for the whole portfolio: 250
    for a new business, then 2 000, 10 000, 100 000.
    """

    def __init__(self, clock: Clock) -> None:
        self.per_second = 80
        self.pair_burst = 45
        self.pair_every = 6.0
        self.daily_users = 2000
        self._clock = clock
        self._passed: dict[str, deque[float]] = {}
        self._pairs: dict[tuple[str, str], float] = {}
        self._reached: dict[str, float] = {}

    def pass_one(self, phone_id: str) -> bool:
        """Count one message of a phone number; False when it is too many for this second."""
        now = self._clock.now()
        passed = self._passed.setdefault(phone_id, deque())
        while passed and passed[0] <= now - 1:
            passed.popleft()
        if len(passed) >= self.per_second:
            return False
        passed.append(now)
        return True

    def check(self, phone_id: str, user: str, window: bool) -> None:
        """Raises Refusal; counts only what it lets through."""
        now = self._clock.now()
        fresh = {one for one, at in self._reached.items() if at > now - DAY}
        if not window and user not in fresh and len(fresh) >= self.daily_users:
            raise Refusal(131064)
        # The generic cell rate algorithm: when the last of all allowed messages would have been due.
        due = max(self._pairs.get((phone_id, user), now), now)
        if due - now > (self.pair_burst - 1) * self.pair_every + 1e-6:
            raise Refusal(131056)
        if not self.pass_one(phone_id):
            raise Refusal(130429)
        self._pairs[phone_id, user] = due + self.pair_every
        if not window:
            self._reached[user] = now
