# SPDX-License-Identifier: EUPL-1.2
"""Making a room for a group, with our bot as the only one who can call everybody in it."""

from collections.abc import Sequence
from typing import Any

from .homeserver import CLIENT, Homeserver, part

BOT_POWER = 100
TRUSTED_POWER = 50


async def make_room(server: Homeserver, name: str, *, invite: Sequence[str] = (), alarm_only: bool = False) -> str:
    """The id of a new room, to which these people are invited.

    It is not encrypted, and its topic says so. With `alarm_only` members read and do not write: there is no chat to
    look after. The history is for who is in the room.
    """
    await server.register()
    wanted: dict[str, Any] = {
        "preset": "private_chat",
        "visibility": "private",
        "name": name,
        "topic": "Buurtwacht. 112. Not encrypted.",
        "invite": list(invite),
        "creation_content": {"m.federate": False},
        "power_level_content_override": power_levels(alarm_only=alarm_only),
        "initial_state": [
            {"type": "m.room.history_visibility", "content": {"history_visibility": "joined"}},
            {"type": "m.room.guest_access", "content": {"guest_access": "forbidden"}},
        ],
    }
    return str((await server.call("POST", f"{CLIENT}/createRoom", wanted))["room_id"])


def power_levels(*, alarm_only: bool) -> dict[str, Any]:
    """Who may do what. Only the bot, which made the room, calls everybody in it: an alarm must stay an alarm."""
    return {
        "users_default": 0,
        "events_default": TRUSTED_POWER if alarm_only else 0,
        "state_default": TRUSTED_POWER,
        "invite": TRUSTED_POWER,
        "kick": TRUSTED_POWER,
        "ban": TRUSTED_POWER,
        "redact": TRUSTED_POWER,
        "notifications": {"room": BOT_POWER},
    }


async def trust(server: Homeserver, room: str, person: str) -> None:
    """Let this person invite, remove and write, also where only alarms are read."""
    path = f"{CLIENT}/rooms/{part(room)}/state/m.room.power_levels"
    levels = await server.call("GET", path)
    levels["users"] = levels.get("users", {}) | {person: TRUSTED_POWER}
    await server.call("PUT", path, levels)


async def invite(server: Homeserver, room: str, person: str) -> None:
    await server.call("POST", f"{CLIENT}/rooms/{part(room)}/invite", {"user_id": person})


async def leave(server: Homeserver, room: str) -> None:
    await server.call("POST", f"{CLIENT}/rooms/{part(room)}/leave")
