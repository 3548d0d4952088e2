# SPDX-License-Identifier: EUPL-1.2
"""How often something may be tried, by network address or by mail address. Only keyed hashes of those are kept."""

import time
from dataclasses import dataclass
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from buurtwacht.lib.crypto import fingerprint


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many times in so many seconds, counted from the first."""

    name: str
    most: int
    seconds: int

    def allows(self, whom: str) -> bool:
        """Count one time more for this address, and say whether that is still allowed."""
        key, now = f"applying:{self.name}:{fingerprint(whom, 'limit')[:32]}", time.time()
        times, ends = cache.get(key) or (0, now + self.seconds)
        if ends <= now:
            times, ends = 0, now + self.seconds
        cache.set(key, (times + 1, ends), ends - now)
        return times < self.most


HOUR = 60 * 60
FORMS = Limit("forms", 20, HOUR)  # by network address: a help desk in a library fills in several
MAILS = Limit("mails", 6, HOUR)  # by mail address: nobody's mailbox is filled through us
TRIES = Limit("tries", 40, HOUR)  # of codes, by network address
DAY = 24 * HOUR
# Each text message costs money, and somebody may earn by it: to a number, for who asks, and on one installation.
TEXTS = Limit("texts", 4, HOUR)
TEXTS_ASKED = Limit("texts-asked", 8, DAY)
TEXTS_SENT = Limit("texts-sent", 500, DAY)


def may_text(number: str, asker: UUID) -> bool:
    """Count one text message more to this number, asked for by this application or person; is that still allowed?

    Who changes the number again and again asks no more often than who does not.
    """
    return TEXTS_ASKED.allows(str(asker)) and TEXTS.allows(number) and TEXTS_SENT.allows("everybody")


def network_of(request: HttpRequest) -> str:
    """Where a request comes from, believing as many proxies as the installation says."""
    return str(get_adapter(request).get_client_ip(request))
