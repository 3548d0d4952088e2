# SPDX-License-Identifier: EUPL-1.2
"""Reads what the daemon told us. Nobody knocks: we go and listen, so whoever knocks is not the daemon."""

import asyncio
import base64
import binascii
from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.inbound import Event, Media, Raw, Receiver, Refused, Reply
from buurtwacht.lib.errors import DomainError

from .daemon import Daemon, inner, object_in
from .envelopes import envelope_in, events_in
from .names import group_named

OLDEST = timedelta(days=7)  # the daemon tells again what it kept; what we heard before is known for eight days


class SignalReceiver(Receiver):
    kind = "signal"

    def greet(self, raw: Raw) -> Reply:
        raise Refused("nobody knocks here")

    def read(self, raw: Raw) -> Iterable[Event]:
        since = (raw.at or timezone.now()) - OLDEST
        return [event for event in events_in(envelope_in(object_in(raw.body))) if event.at > since]

    def fetch(self, media: Media) -> bytes:
        return media.content or asyncio.run(_attachment(media.reference))


async def _attachment(reference: str) -> bytes:
    whose, _space, name = reference.rpartition(" ")
    daemon = Daemon()
    try:
        where = {"groupId": whose} if _is_group(whose) else {"recipient": whose}
        found = inner(await daemon.rpc("getAttachment", id=name, **where), "result", "data")
    finally:
        await daemon.close()
    try:
        return base64.b64decode(found or "", validate=True)
    except (binascii.Error, ValueError, TypeError) as error:
        raise DeliveryFailed("no such attachment", permanent=True) from error


def _is_group(whose: str) -> bool:
    try:
        return bool(group_named(whose))
    except DomainError:
        return False
