# SPDX-License-Identifier: EUPL-1.2
"""Which room is a conversation with one person. The homeserver keeps it for us, as account data of our bot.

In a room of its own, so that two that are written at the same time do not overwrite each other.
"""

from typing import Any

from django.conf import settings

from .answers import NOT_FOUND, MatrixRefused
from .homeserver import CLIENT, Homeserver, part
from .names import OWN_KEY, RESERVED, bot_id, mark_of


async def known_room(server: Homeserver, person: str) -> str:
    """The room in which we talk with this person; "" when we never did."""
    found = await _kept(server, f"{_account()}/account_data/{_of(person)}")
    room = found.get("room")
    return room if isinstance(room, str) else ""


async def is_direct(server: Homeserver, room: str) -> bool:
    """Is this a conversation with one person, and not a room of a group?"""
    return bool(await _kept(server, f"{_account()}/rooms/{part(room)}/account_data/{OWN_KEY}.direct"))


async def mark_direct(server: Homeserver, person: str, room: str) -> None:
    """This room is a conversation with this person. Said before we come in, so that nothing is heard as in a group."""
    direct = f"{_account()}/rooms/{part(room)}/account_data/{OWN_KEY}.direct"
    await server.call("PUT", direct, {"with": mark_of(person)})


async def talk_there(server: Homeserver, person: str, room: str) -> None:
    """From now on we talk with this person in this room. Said when we are in it: an invitation may be taken back."""
    await server.call("PUT", f"{_account()}/account_data/{_of(person)}", {"room": room})


async def make_room(server: Homeserver, person: str, name: str) -> str:
    """Open a conversation with this person, who is invited; the same one when two processes do it at once.

    It is not encrypted: an application service cannot read encrypted rooms.
    """
    alias = f"{RESERVED}{mark_of(person)}"
    wanted = {
        "preset": "trusted_private_chat",
        "is_direct": True,
        "name": name,
        "room_alias_name": alias,
        "invite": [person],
    }
    try:
        room = str((await server.call("POST", f"{CLIENT}/createRoom", wanted))["room_id"])
    except MatrixRefused as refusal:
        if refusal.code != "M_ROOM_IN_USE":
            raise
        full = part(f"#{alias}:{settings.MATRIX_SERVER_NAME}")
        room = str((await server.call("GET", f"{CLIENT}/directory/room/{full}"))["room_id"])
    await mark_direct(server, person, room)
    await talk_there(server, person, room)
    return room


async def _kept(server: Homeserver, path: str) -> dict[str, Any]:
    try:
        return await server.call("GET", path)
    except MatrixRefused as refusal:
        if refusal.code == NOT_FOUND:
            return {}
        raise


def _account() -> str:
    return f"{CLIENT}/user/{part(bot_id())}"


def _of(person: str) -> str:
    return f"{OWN_KEY}.with.{mark_of(person)}"
