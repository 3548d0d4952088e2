# SPDX-License-Identifier: EUPL-1.2
"""What our homeserver hands us (Matrix specification, "Application Service API")."""

import asyncio
import hmac
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, unquote

from django.conf import settings

from buurtwacht.channels.inbound import Event, Media, Raw, Receiver, Refused, Reply

from . import directs
from .events import heard_in, moved_in
from .homeserver import Homeserver
from .media import downloaded
from .names import bot_id

JSON = "application/json"
FOLDERS = r"(?:_matrix/app/(?:v1|unstable)/)?"  # homeservers from before 2019 leave the folders out
_TRANSACTION = re.compile(rf"{FOLDERS}transactions/[^/]+")
_PING = re.compile(rf"{FOLDERS}ping")
_USER = re.compile(rf"{FOLDERS}users/([^/]+)")
YES, NONE = Reply(body=b"{}", content_type=JSON, keep=False), b'{"errcode":"M_NOT_FOUND"}'


class MatrixReceiver(Receiver):
    """Transactions: what was said in rooms where our bot is. What we do not know, we say so."""

    kind = "matrix"

    def greet(self, raw: Raw) -> Reply:
        if not hmac.compare_digest(_token(raw).encode(), settings.MATRIX_HS_TOKEN.encode()):
            raise Refused("wrong token")
        path = raw.rest.strip("/")
        if raw.method == "PUT" and _TRANSACTION.fullmatch(path):
            return replace(YES, keep=True)
        if raw.method == "POST" and _PING.fullmatch(path):
            return YES
        asked = _USER.fullmatch(path) if raw.method == "GET" else None
        if asked and unquote(asked[1]) == bot_id():
            return YES
        return Reply(status=404, body=NONE, content_type=JSON, keep=False)

    def read(self, raw: Raw) -> Iterable[Event]:
        events = _events(raw.body)
        yield from (moved for event in events if (moved := moved_in(event)))
        heard = [found for event in events if (found := heard_in(event))]
        direct = asyncio.run(_direct_among({one.room for one in heard})) if heard else set()
        for one in heard:
            if one.room in direct:
                yield replace(one, room="", kind="matrix", sender_kind="")
            elif one.act != "left":  # who leaves the room of a group may still want to hear from us elsewhere
                yield one

    def fetch(self, media: Media) -> bytes:
        return media.content or asyncio.run(downloaded(media.reference))


async def _direct_among(rooms: set[str]) -> set[str]:
    """Those that are a conversation with one person. Raises `DeliveryFailed` when our homeserver does not say."""
    server = Homeserver()
    try:
        return {room for room in sorted(rooms) if await directs.is_direct(server, room)}
    finally:
        await server.close()


def _token(raw: Raw) -> str:
    scheme, _, token = raw.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    return parse_qs(raw.query).get("access_token", [""])[0]  # as homeservers did before 2023


def _events(body: bytes) -> list[dict[str, Any]]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return []
    events = found.get("events") if isinstance(found, dict) else None
    return [event for event in events if isinstance(event, dict)] if isinstance(events, list) else []
