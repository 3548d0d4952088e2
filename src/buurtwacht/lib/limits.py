# SPDX-License-Identifier: EUPL-1.2
"""How often something may be tried by one address, of whatever kind. Only keyed hashes of addresses are kept."""

import time
from dataclasses import dataclass

from django.core.cache import cache

from .crypto import fingerprint


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many times in so many seconds, counted from the first."""

    name: str
    most: int
    seconds: int

    def allows(self, whom: str) -> bool:
        """Count one time more for this address, and say whether that is still allowed."""
        key, now = self._key(whom), time.time()
        times, ends = self._counted(key, now)
        cache.set(key, (times + 1, ends), ends - now)
        return times < self.most

    def is_reached(self, whom: str) -> bool:
        """Was it counted as often as is allowed? Does not count."""
        times, _ends = self._counted(self._key(whom), time.time())
        return times >= self.most

    def _key(self, whom: str) -> str:
        return f"limit:{self.name}:{fingerprint(whom, 'limit')[:32]}"

    def _counted(self, key: str, now: float) -> tuple[int, float]:
        times, ends = cache.get(key) or (0, now)
        return (times, ends) if ends > now else (0, now + self.seconds)
