# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with the settings of e-mail."""

import re
from collections.abc import Iterator
from email.utils import parseaddr

from django.conf import settings

from .addresses import LONGEST_NAME
from .listening import is_understood

HOME = re.compile(rf"[a-z0-9._-]{{1,{LONGEST_NAME}}}@[a-z0-9-]+(\.[a-z0-9-]+)*", re.IGNORECASE)
SHORTEST_SECRET = 20
SECRET = re.compile(rf"[A-Za-z0-9_-]{{{SHORTEST_SECRET},}}")


def settings_problems() -> list[str]:
    """Sentences for the operator."""
    return list(_problems())


def _problems() -> Iterator[str]:
    if "@" not in parseaddr(settings.DEFAULT_FROM_EMAIL)[1]:
        yield "BUURTWACHT_FROM must hold an e-mail address: letters are sent from it."
    for name, home in (
        ("BUURTWACHT_MAIL_REPLY", settings.MAIL_REPLY),
        ("BUURTWACHT_MAIL_BOUNCE", settings.MAIL_BOUNCE),
    ):
        if home and not HOME.fullmatch(home):
            yield f"{name} must be an address such as m@answers.example, with at most {LONGEST_NAME} letters in front."
    if settings.MAIL_IN and not is_understood(settings.MAIL_IN):
        yield "BUURTWACHT_MAIL_IN must begin with lmtp://, smtp://, imaps:// or imap:// and name a host."
    if settings.MAIL_IN and not settings.MAIL_REPLY:
        yield "BUURTWACHT_MAIL_IN needs BUURTWACHT_MAIL_REPLY: without it nobody knows where to answer."
    if settings.MAIL_REPLY and not (settings.MAIL_IN or settings.MAIL_WEBHOOK_SECRET):
        yield "BUURTWACHT_MAIL_REPLY promises answers, but nobody listens: set BUURTWACHT_MAIL_IN or a webhook secret."
    if settings.MAIL_WEBHOOK_SECRET and not SECRET.fullmatch(settings.MAIL_WEBHOOK_SECRET):
        yield f"BUURTWACHT_MAIL_WEBHOOK_SECRET must have at least {SHORTEST_SECRET} letters and digits."
