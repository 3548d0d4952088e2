# SPDX-License-Identifier: EUPL-1.2
"""What Meta hands us: signed with the secret of our app, over the bytes as they came."""

import hashlib
import hmac
import json
from collections.abc import Iterable
from urllib.parse import parse_qs

from asgiref.sync import async_to_sync
from django.conf import settings

from buurtwacht.channels.inbound import Event, Media, Raw, Receiver, Refused, Reply

from . import media
from .reading import events_in
from .windows import KIND

SCHEME = "sha256="


class WhatsAppReceiver(Receiver):
    kind = KIND

    def greet(self, raw: Raw) -> Reply:
        """A GET is Meta's handshake when the webhook is set up; everything else is signed."""
        if raw.method == "GET":
            return Reply(body=_challenge(raw.query), keep=False)
        if not settings.WHATSAPP_APP_SECRET:
            raise Refused("BUURTWACHT_WHATSAPP_APP_SECRET is empty")
        given = raw.headers.get("x-hub-signature-256", "")
        made = SCHEME + hmac.new(settings.WHATSAPP_APP_SECRET.encode(), raw.body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(given.encode(), made.encode()):
            raise Refused("wrong signature")
        return Reply()

    def read(self, raw: Raw) -> Iterable[Event]:
        try:
            found = json.loads(raw.body)
        except (ValueError, RecursionError):
            return []
        return list(events_in(found, raw.at))

    def fetch(self, media_: Media) -> bytes:
        return media_.content or async_to_sync(media.fetched)(media_.reference)


def _challenge(query: str) -> bytes:
    """Raises `Refused` unless Meta knows the word that we chose."""
    asked = {name: values[0] for name, values in parse_qs(query).items()}
    word, ours = asked.get("hub.verify_token", ""), settings.WHATSAPP_VERIFY_TOKEN
    if asked.get("hub.mode") != "subscribe" or not ours or not hmac.compare_digest(word.encode(), ours.encode()):
        raise Refused("wrong verify token")
    return asked.get("hub.challenge", "").encode()
