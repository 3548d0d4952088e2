# SPDX-License-Identifier: EUPL-1.2
"""Says yes to invitations. What people say comes to our receiver; only whoever invites us must be answered here."""

import json
from typing import Any
from urllib.parse import quote

import structlog
from django.utils.translation import gettext as _

from buurtwacht.channels.base import DeliveryFailed, Message, TakeIn
from buurtwacht.channels.inbound import Raw

from . import directs
from .homeserver import CLIENT, Homeserver, part
from .names import bot_id, is_ours
from .saying import say

log = structlog.get_logger()

WAIT = 30  # seconds that the homeserver may keep us waiting for news
EARLIER = 20  # messages: people write before they are answered
_NOTHING: dict[str, list[str]] = {"types": []}
_FILTER = {
    "presence": _NOTHING,
    "account_data": _NOTHING,
    "room": {
        "account_data": _NOTHING,
        "ephemeral": _NOTHING,
        "state": _NOTHING,
        "timeline": {"limit": 0} | _NOTHING,
    },
}


async def listen(server: Homeserver, take_in: TakeIn) -> None:
    """Wait for invitations until cancelled. What came while nobody listened comes first."""
    await server.register()
    since = ""
    while True:
        said = await _news(server, since)
        for room, invitation in _invitations(said).items():
            try:
                await answer(server, room, invitation, take_in)
            except DeliveryFailed as failure:
                log.warning("matrix.invitation_failed", why=failure.reason)
        since = str(said.get("next_batch") or since)


async def answer(server: Homeserver, room: str, invitation: dict[str, Any], take_in: TakeIn) -> None:
    """Come in. A conversation with one person is remembered as such before anything can be said in it."""
    events = _events(invitation)
    inviter, is_direct = _who_invites(events)
    encrypted = any(event.get("type") == "m.room.encryption" for event in events)
    if is_direct and encrypted:
        await _talk_elsewhere(server, room, inviter)
        return
    if is_direct:
        await directs.remember(server, inviter, room)
    await server.enter(room)
    if encrypted:
        await say(
            server, room, _said(_("This room is encrypted, and we cannot read that. Make one without encryption."))
        )
        await server.call("POST", f"{CLIENT}/rooms/{part(room)}/leave")
    elif is_direct:
        await _read_what_was_said(server, room, take_in)


async def _talk_elsewhere(server: Homeserver, room: str, person: str) -> None:
    """Apps encrypt a conversation by themselves. We cannot read that, so we open one that is not."""
    await server.call("POST", f"{CLIENT}/rooms/{part(room)}/leave")
    ours = await directs.make_room(server, person, _("Messages of your neighbourhood"))
    words = _("This conversation is not encrypted, so that we can read what you write. Please write it here again.")
    await say(server, ours, _said(words))


async def _read_what_was_said(server: Homeserver, room: str, take_in: TakeIn) -> None:
    said = await server.call("GET", f"{CLIENT}/rooms/{part(room)}/messages?dir=b&limit={EARLIER}")
    chunk = said.get("chunk")
    events = [one for one in chunk if isinstance(one, dict)] if isinstance(chunk, list) else []
    words = [one | {"room_id": room} for one in reversed(events) if one.get("type") == "m.room.message"]
    if words:
        await take_in(Raw(body=json.dumps({"events": words}).encode(), method="PUT", rest="earlier"))


async def _news(server: Homeserver, since: str) -> dict[str, Any]:
    asked = f"?timeout={WAIT * 1000 if since else 0}&filter={quote(json.dumps(_FILTER), safe='')}"
    asked += f"&since={quote(since, safe='')}" if since else ""
    return await server.call("GET", f"{CLIENT}/sync{asked}", seconds=WAIT + 30)


def _invitations(said: dict[str, Any]) -> dict[str, dict[str, Any]]:
    rooms = said.get("rooms")
    invite = rooms.get("invite") if isinstance(rooms, dict) else None
    return {room: one for room, one in invite.items() if isinstance(one, dict)} if isinstance(invite, dict) else {}


def _events(invitation: dict[str, Any]) -> list[dict[str, Any]]:
    state = invitation.get("invite_state")
    events = state.get("events") if isinstance(state, dict) else None
    return [event for event in events if isinstance(event, dict)] if isinstance(events, list) else []


def _who_invites(events: list[dict[str, Any]]) -> tuple[str, bool]:
    """Who invites us, and whether it is to a conversation of two."""
    for event in events:
        if event.get("type") == "m.room.member" and event.get("state_key") == bot_id():
            inviter, content = str(event.get("sender") or ""), event.get("content")
            direct = isinstance(content, dict) and content.get("is_direct") is True
            return inviter, direct and not is_ours(inviter)
    return "", False


def _said(words: str) -> Message:
    return Message(title="", body=words, url="", said=True)
