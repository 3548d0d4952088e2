# SPDX-License-Identifier: EUPL-1.2
"""Who knocks at the web hook: Telegram, which shows the secret that we gave it."""

import asyncio
import hmac
import json
from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from buurtwacht.channels.inbound import Event, Media, Raw, Receiver, Refused, Reply

from .files import download
from .updates import events_in, query_in, update_in

SECRET = "x-telegram-bot-api-secret-token"  # noqa: S105 - the name of a header


class TelegramReceiver(Receiver):
    kind = "telegram"

    def greet(self, raw: Raw) -> Reply:
        """A tap on a button is settled in the answer itself, so that it stops blinking at once."""
        ours: str = settings.TELEGRAM_SECRET
        if raw.method != "POST" or not ours:
            raise Refused("nothing is expected here")
        if not hmac.compare_digest(raw.headers.get(SECRET, "").encode(), ours.encode()):
            raise Refused("the secret is not ours")
        query = query_in(update_in(raw.body))
        if not query:
            return Reply()
        settled = {"method": "answerCallbackQuery", "callback_query_id": query}
        return Reply(body=json.dumps(settled).encode(), content_type="application/json")

    def read(self, raw: Raw) -> Iterable[Event]:
        return list(events_in(update_in(raw.body), raw.at or timezone.now()))

    def fetch(self, media: Media) -> bytes:
        return media.content or asyncio.run(download(media.reference))
