# SPDX-License-Identifier: EUPL-1.2
"""How often something may be tried, by network address or by mail address. Only keyed hashes of those are kept."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from buurtwacht.lib.limits import DAY, HOUR, TEXTS, TEXTS_ASKED, Limit

__all__ = ["FORMS", "HOUR", "MAILS", "TEXTS", "TEXTS_ASKED", "TRIES", "network_of"]

FORMS = Limit("forms", 20, HOUR)  # by network address: a help desk in a library fills in several
MAILS = Limit("mails", 6, HOUR)  # by mail address: nobody's mailbox is filled through us
PARENTS = Limit("parents", 3, DAY)  # by mail address of a parent: who did not answer is not pressed
TRIES = Limit("tries", 40, HOUR)  # of codes, by network address


def network_of(request: HttpRequest) -> str:
    """Where a request comes from, believing as many proxies as the installation says."""
    return str(get_adapter(request).get_client_ip(request))
