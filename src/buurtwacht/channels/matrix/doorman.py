# SPDX-License-Identifier: EUPL-1.2
"""Answers invitations, and looks which rooms are a conversation of two.

A homeserver hands an application service everything by transactions, invitations too; it cannot be asked for news.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import structlog
from django.utils.translation import gettext as _

from buurtwacht.channels.base import Message

from . import directs
from .answers import NOT_FOUND, MatrixRefused
from .homeserver import CLIENT, Homeserver, part
from .names import bot_id, is_ours
from .saying import say

log = structlog.get_logger()

EARLIER = 20  # messages: people write before they are answered
Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody wants our bot in a room; `is_direct` when it is to be a conversation of two."""

    room: str
    inviter: str
    is_direct: bool


def invitations_in(events: Iterable[Event]) -> list[Invitation]:
    """Those for our bot. Pure."""
    found = []
    for event in events:
        content, room, inviter = (event.get(key) for key in ("content", "room_id", "sender"))
        is_member = event.get("type") == "m.room.member" and event.get("state_key") == bot_id()
        if not (is_member and isinstance(content, dict) and content.get("membership") == "invite"):
            continue
        if isinstance(room, str) and isinstance(inviter, str) and not is_ours(inviter):
            found.append(Invitation(room, inviter, content.get("is_direct") is True))
    return found


async def welcome(server: Homeserver, invitation: Invitation) -> list[Event]:
    """Come in. Returns what was written in a conversation of two before we were there.

    It is remembered as a conversation of two before anything can be said in it. An invitation that was taken back is
    let go; everything else that fails is raised, so that it is tried again.
    """
    try:
        return await _welcome(server, invitation)
    except MatrixRefused as refusal:
        log.warning("matrix.invitation_refused", why=refusal.reason)
        return []


async def decline(server: Homeserver, invitation: Invitation) -> None:
    """Stay out of a room in which we have no business. What is said there is not ours to hear."""
    await server.register()
    try:
        await server.call("POST", f"{CLIENT}/rooms/{part(invitation.room)}/leave")
    except MatrixRefused as refusal:  # the invitation was taken back meanwhile
        log.info("matrix.not_declined", why=refusal.reason)


async def _welcome(server: Homeserver, invitation: Invitation) -> list[Event]:
    room = invitation.room
    await server.register()
    if invitation.is_direct:
        await directs.mark_direct(server, invitation.inviter, room)
    await server.call("POST", f"{CLIENT}/join/{part(room)}")
    if not await _is_encrypted(server, room):
        if not invitation.is_direct:
            return []
        await directs.talk_there(server, invitation.inviter, room)
        return await _written(server, room)
    if invitation.is_direct:
        room = await directs.make_room(server, invitation.inviter, _("Messages of your neighbourhood"))
        words = _("This conversation is not encrypted, so that we can read what you write. Please write it here again.")
    else:
        words = _("This room is encrypted, and we cannot read that. Make a room without encryption.")
    told = Message(title="", body=words, url="", said=True, reference=f"encrypted-{invitation.room}")
    await say(server, room, told)
    await server.call("POST", f"{CLIENT}/rooms/{part(invitation.room)}/leave")
    return []


async def direct_among(server: Homeserver, rooms: Iterable[str]) -> set[str]:
    """Those that are a conversation with one person. Raises `DeliveryFailed` when our homeserver does not say."""
    return {room for room in sorted(rooms) if await directs.is_direct(server, room)}


async def is_made_by_us(server: Homeserver, room: str) -> bool:
    """We made it on somebody's wish: they attach it when they are ready."""
    state = await server.call("GET", f"{CLIENT}/rooms/{part(room)}/messages?dir=f&limit=1")
    chunk = state.get("chunk")
    first = chunk[0] if isinstance(chunk, list) and chunk and isinstance(chunk[0], dict) else {}
    return first.get("type") == "m.room.create" and first.get("sender") == bot_id()


async def _is_encrypted(server: Homeserver, room: str) -> bool:
    try:
        await server.call("GET", f"{CLIENT}/rooms/{part(room)}/state/m.room.encryption")
    except MatrixRefused as refusal:
        if refusal.code == NOT_FOUND:
            return False
        raise
    return True


async def _written(server: Homeserver, room: str) -> list[Event]:
    said = await server.call("GET", f"{CLIENT}/rooms/{part(room)}/messages?dir=b&limit={EARLIER}")
    chunk = said.get("chunk")
    events = [one for one in chunk if isinstance(one, dict)] if isinstance(chunk, list) else []
    return [one | {"room_id": room} for one in reversed(events) if one.get("type") == "m.room.message"]
