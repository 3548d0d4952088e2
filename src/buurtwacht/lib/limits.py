# SPDX-License-Identifier: EUPL-1.2
"""How often something may be tried by one address, of whatever kind. Only keyed hashes of addresses are kept."""

import time
from dataclasses import dataclass
from uuid import UUID

from django.core.cache import cache
from django.db import connection, transaction

from .crypto import fingerprint

HOUR = 60 * 60  # seconds
DAY = 24 * HOUR
_COUNTING = 0x6C696D69  # the first half of the advisory locks for counts ("limi" in ASCII)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many times in so many seconds, counted from the first."""

    name: str
    most: int
    seconds: int

    def allows(self, whom: str) -> bool:
        """Count one time more for this address, and say whether that is still allowed."""
        return self._count(whom, 1) <= self.most

    def gives_back(self, whom: str) -> None:
        """The time that was counted last was none: the code was right."""
        self._count(whom, -1)

    def _count(self, whom: str, more: int) -> int:
        """How many times it is now. Many at one moment are counted one after the other."""
        key = self._key(whom)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [_COUNTING, key])
            now = time.time()
            times, ends = self._counted(key, now)
            times = max(times + more, 0)
            cache.set(key, (times, ends), ends - now)
        return times

    def _key(self, whom: str) -> str:
        return f"limit:{self.name}:{fingerprint(whom, 'limit')[:32]}"

    def _counted(self, key: str, now: float) -> tuple[int, float]:
        times, ends = cache.get(key) or (0, now)
        return (times, ends) if ends > now else (0, now + self.seconds)


# Each text message costs money, and somebody may earn by it: to a number, for who asks, and on one installation.
TEXTS = Limit("texts", 4, HOUR)
TEXTS_ASKED = Limit("texts-asked", 8, DAY)
TEXTS_SENT = Limit("texts-sent", 500, DAY)


def may_text(number: str, asker: UUID) -> bool:
    """Count one text message more to this number, asked for by this application or person; is that still allowed?

    Who changes the number again and again asks no more often than who does not.
    """
    return TEXTS_ASKED.allows(str(asker)) and TEXTS.allows(number) and TEXTS_SENT.allows("everybody")
