# SPDX-License-Identifier: EUPL-1.2
"""Meta's idea of the time, which a test can move."""

import time
from datetime import timedelta


class Clock:
    def __init__(self) -> None:
        self._ahead = 0.0
        self._stopped_at: float | None = None

    def now(self) -> float:
        """Seconds since 1970."""
        return (time.time() if self._stopped_at is None else self._stopped_at) + self._ahead

    def move(self, **distance: float) -> None:
        """`move(hours=25)`, in the words of `timedelta`."""
        self._ahead += timedelta(**distance).total_seconds()

    def stop(self) -> None:
        """From now on only `move` changes the time, so that a slow machine changes nothing."""
        self._stopped_at = time.time()
