# SPDX-License-Identifier: EUPL-1.2
"""How our account stands: stopped by Meta, full for today, or asked to slow down. In memory, of the owning process."""

import time
from collections.abc import Callable

REST = 30.0  # seconds between two knocks on a door that is shut
FULL_FOR = 15 * 60.0  # seconds; the limit is one of the last 24 hours, so room comes bit by bit
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 16.0  # seconds of rest for the whole number, after "too much"

UNKNOWN = -1  # an earlier process may have left a trouble behind


class Account:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._shut_until = self._full_until = float("-inf")
        self._pause = FIRST_PAUSE
        self._slowed_at = float("-inf")
        self.code = UNKNOWN  # with which Meta stopped us; 0 while all is well

    @property
    def is_shut(self) -> bool:
        """No use to ask now. After a rest one message may try."""
        return self._clock() < self._shut_until

    @property
    def is_full(self) -> bool:
        """Meta says that there were enough new people today."""
        return self._clock() < self._full_until

    def stop(self, code: int) -> bool:
        """Meta lets us send nothing. True when that is news."""
        is_news = self.code != code
        self.code, self._shut_until = code, self._clock() + REST
        return is_news

    def works(self) -> bool:
        """A message was taken. True when that is news."""
        was_stopped, self.code = bool(self.code), 0
        self._shut_until = float("-inf")
        return was_stopped

    def fill(self) -> bool:
        """Meta counts more new people than we did. True when that is news."""
        is_news = not self.is_full
        self._full_until = self._clock() + FULL_FOR
        return is_news

    def slow_down(self) -> float:
        """Seconds of rest after "too much": doubling while it goes on, from the start again after a quiet minute."""
        now = self._clock()
        if now - self._slowed_at > 60:
            self._pause = FIRST_PAUSE
        elif now - self._slowed_at >= self._pause / 2:  # one batch says it many times
            self._pause = min(self._pause * 2, LONGEST_PAUSE)
        self._slowed_at = now
        return self._pause
