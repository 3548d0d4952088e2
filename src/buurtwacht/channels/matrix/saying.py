# SPDX-License-Identifier: EUPL-1.2
"""Putting a message in a room, and taking it away again."""

import secrets

from buurtwacht.channels.base import DeliveryFailed, Message, Receipt

from .answers import FORBIDDEN, NOT_FOUND, MatrixRefused
from .homeserver import CLIENT, Homeserver, part
from .words import content_of


async def say(server: Homeserver, room: str, message: Message, *, to_room: bool = False) -> Receipt:
    """Say it once, however often it is tried: the same transaction is the same event. Enters the room if need be.

    Raises `DeliveryFailed`, with `gone` for a room that does not exist or does not want us.
    """
    name = f"buurtwacht-{message.reference or secrets.token_hex(16)}"
    path = f"{CLIENT}/rooms/{part(room)}/send/m.room.message/{part(name)}"
    content = content_of(message, to_room=to_room)
    try:
        said = await server.call("PUT", path, content)
    except MatrixRefused as refusal:
        if refusal.code not in (FORBIDDEN, NOT_FOUND):
            raise
        await server.enter(room)
        said = await server.call("PUT", path, content)
    return Receipt(str(said.get("event_id") or ""))


async def take_back(server: Homeserver, room: str, message: Message) -> Receipt:
    """Ask the homeserver to forget what these events of ours say. What it does not know is gone already.

    Raises `DeliveryFailed`, never with `gone`: a room in which this cannot be done may still hear alerts.
    """
    for number, event in enumerate(message.takes_back):
        name = f"buurtwacht-{message.reference or secrets.token_hex(16)}-{number}"
        try:
            await server.call("PUT", f"{CLIENT}/rooms/{part(room)}/redact/{part(event)}/{part(name)}", {})
        except MatrixRefused as refusal:
            if refusal.code == FORBIDDEN:  # we are not in that room any more
                raise DeliveryFailed(refusal.reason, permanent=True) from refusal
            if refusal.code != NOT_FOUND:
                raise
    return Receipt()
