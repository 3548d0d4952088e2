# SPDX-License-Identifier: EUPL-1.2
"""A circuit breaker for one channel: when a service is down, stop knocking and let alarms take another way."""

import time
from collections.abc import Callable

FAILURES_TO_OPEN = 20  # in a row, with no success between
FIRST_PAUSE = 5.0  # seconds; doubles while the channel stays in trouble
LONGEST_PAUSE = 60.0


class Breaker:
    """Closed while all is well. Opens after a row of failures; after a pause lets a small probe through."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures = 0
        self._pause = FIRST_PAUSE
        self._open_until = 0.0
        self._is_probing = False

    @property
    def is_open(self) -> bool:
        return self._failures >= FAILURES_TO_OPEN

    def allows(self) -> bool:
        """May something be sent now? While open: only one probe, each time the pause is over."""
        if not self.is_open:
            return True
        if self._is_probing or self._clock() < self._open_until:
            return False
        self._is_probing = True
        return True

    def wait(self) -> float:
        """Seconds until it makes sense to come back."""
        return max(self._open_until - self._clock(), 1.0) if self.is_open else 0.0

    def note(self, *, worked: int, failed: int) -> None:
        """Tell how a batch went. Only trouble that may pass counts as failed: a refusal shows that it works."""
        self._is_probing = False
        if worked:
            self._failures, self._pause = 0, FIRST_PAUSE
        elif failed:
            was_open = self.is_open
            self._failures += failed
            if self.is_open:
                self._pause = min(self._pause * 2, LONGEST_PAUSE) if was_open else FIRST_PAUSE
                self._open_until = self._clock() + self._pause
