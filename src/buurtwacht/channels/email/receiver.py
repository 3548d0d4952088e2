# SPDX-License-Identifier: EUPL-1.2
"""Reads what comes in by mail, whichever way it came."""

import hmac
from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings
from django.utils import timezone

from buurtwacht.channels.inbound import Event, Raw, Receiver, Refused, Reply

from .providers import PROVIDERS, mail_from
from .reading.events import events_of
from .reading.opening import Unopened, opened

HANDED_OVER = "MAIL"  # the method of what we listened to or fetched ourselves; the web knows no such method
AS_IT_CAME = "/mime"  # Mailgun sends the mail as it came to addresses that end like this
TO, RETURN_PATH = "x-buurtwacht-to", "x-buurtwacht-return-path"


class EmailReceiver(Receiver):
    """Mail providers knock at `/kanaal/email/<provider>/<secret>`; mail servers and mailboxes have their own way in."""

    kind = "email"
    most_bytes = 40_000_000  # with photos
    proves_sender = False

    def greet(self, raw: Raw) -> Reply:
        provider, _, secret = raw.rest.strip("/").removesuffix(AS_IT_CAME).partition("/")
        wanted = settings.MAIL_WEBHOOK_SECRET
        if not wanted or not hmac.compare_digest(secret.encode(), wanted.encode()):
            raise Refused("wrong secret")
        if provider not in PROVIDERS:
            raise Refused("no such provider")
        return Reply(keep=raw.method == "POST")

    def without_secret(self, raw: Raw) -> Raw:
        return replace(raw, rest=raw.rest.strip("/").partition("/")[0])

    def read(self, raw: Raw) -> Iterable[Event]:
        at = raw.at or timezone.now()
        try:
            if raw.method == HANDED_OVER:
                return_path = raw.headers.get(RETURN_PATH)
                return events_of(opened(raw.body), at, to=raw.headers.get(TO, ""), return_path=return_path)
            handed = mail_from(raw)
            return events_of(handed.mail, at, to=handed.to, return_path=handed.return_path)
        except Unopened:
            return []
