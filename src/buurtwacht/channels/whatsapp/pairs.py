# SPDX-License-Identifier: EUPL-1.2
"""How much one person may get: 45 messages at once, then one in six seconds (Meta's pair rate, error 131056)."""

import time
from collections.abc import Callable

EVERY = 6.0  # seconds
BURST = 45
KEPT_FOR_ALARMS = 10  # of the burst
MOST_KNOWN = 20_000  # readers, before those who have waited long enough are forgotten


class Pairs:
    """One number of ours and each of its readers, by the generic cell rate algorithm."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._due: dict[str, float] = {}

    def wait(self, address: str) -> float:
        """Seconds until a message that is no alarm may go; 0 for now."""
        now = self._clock()
        due = max(self._due.get(address, now), now)
        return max(due - now - (BURST - KEPT_FOR_ALARMS - 1) * EVERY, 0.0)

    def count(self, address: str) -> None:
        """One goes now."""
        now = self._clock()
        self._due[address] = max(self._due.get(address, now), now) + EVERY
        if len(self._due) > MOST_KNOWN:
            self._due = {one: due for one, due in self._due.items() if due > now}
