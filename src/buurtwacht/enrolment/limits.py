# SPDX-License-Identifier: EUPL-1.2
"""How often something may be tried, by network address or by mail address. Only keyed hashes of those are kept."""

from uuid import UUID

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from buurtwacht.lib.limits import Limit

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
