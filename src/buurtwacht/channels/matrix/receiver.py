# SPDX-License-Identifier: EUPL-1.2
"""What our homeserver hands us (Matrix specification, "Application Service API")."""

import asyncio
import hmac
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, unquote

from django.conf import settings

from buurtwacht.channels.expecting import is_expected
from buurtwacht.channels.inbound import Event, Heard, Media, Raw, Receiver, Refused, Reply

from .doorman import Invitation, decline, direct_among, invitations_in, welcome
from .events import heard_in, moved_in
from .homeserver import Homeserver
from .media import downloaded
from .names import bot_id

ROOM = "matrix_room"  # the kind of the channel to rooms
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
        theirs: str = settings.MATRIX_HS_TOKEN
        if not theirs or not hmac.compare_digest(_token(raw).encode(), theirs.encode()):
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

    def without_secret(self, raw: Raw) -> Raw:
        return replace(raw, query="")

    def read(self, raw: Raw) -> Iterable[Event]:
        """Asks our homeserver which rooms are a conversation of two, and answers invitations on the way."""
        events = _events(raw.body)
        yield from (moved for event in events if (moved := moved_in(event)))
        invitations = invitations_in(events)
        heard = [found for event in events if (found := heard_in(event))]
        wanted = [one for one in invitations if one.is_direct or is_expected(ROOM, one.room)]
        if invitations or heard:
            yield from asyncio.run(_sorted(heard, wanted, [one for one in invitations if one not in wanted]))

    def fetch(self, media: Media) -> bytes:
        return media.content or asyncio.run(downloaded(media.reference))


async def _sorted(
    heard: Sequence[Heard], invitations: Sequence[Invitation], unwanted: Sequence[Invitation]
) -> list[Heard]:
    """What was said before we came, and what is said now: each by the channel of its room."""
    server = Homeserver()
    try:
        for one in unwanted:
            await decline(server, one)
        earlier = [event for one in invitations for event in await welcome(server, one)]
        everything = [*(found for event in earlier if (found := heard_in(event))), *heard]
        direct = await direct_among(server, {one.room for one in everything})
    finally:
        await server.close()
    to_us = [replace(one, room="", kind="matrix", sender_kind="") if one.room in direct else one for one in everything]
    # Who leaves the room of a group may still want to hear from us elsewhere.
    return [one for one in to_us if one.act != "left" or not one.room]


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
