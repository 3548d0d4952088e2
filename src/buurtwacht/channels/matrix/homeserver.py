# SPDX-License-Identifier: EUPL-1.2
"""Asking something of our homeserver, as our own bot."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from yarl import URL

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.http import HttpChannel

from .answers import FORBIDDEN, NOT_FOUND, MatrixRefused, refusal_in, said_in
from .names import BOT, bot_id

CLIENT = "/_matrix/client/v3"
NO_SUCH_ROOM = (FORBIDDEN, NOT_FOUND, "M_UNKNOWN")


class Homeserver(HttpChannel):
    """The client API of our homeserver (Matrix specification, client-server API v1.11 and newer)."""

    async def call(
        self, method: str, path: str, content: dict[str, Any] | None = None, *, seconds: float | None = None
    ) -> dict[str, Any]:
        """What it says. Raises `MatrixRefused` when it says no, `DeliveryFailed` when it says nothing."""
        url = URL(settings.MATRIX_URL.rstrip("/") + path, encoded=True)
        headers = {"Authorization": f"Bearer {settings.MATRIX_AS_TOKEN}"}
        sent = {} if content is None and method != "GET" else content
        answer, body = await self.ask(method, url, seconds=seconds, json=sent, headers=headers)
        said = said_in(body)
        if refusal := refusal_in(answer, said):
            raise refusal
        return said

    async def register(self) -> None:
        """See that our bot exists. It does after the first time."""
        try:
            wanted = {"type": "m.login.application_service", "username": BOT, "inhibit_login": True}
            await self.call("POST", f"{CLIENT}/register", wanted)
        except MatrixRefused as refusal:
            if refusal.code != "M_USER_IN_USE":
                raise
        else:
            await self.call("PUT", f"{CLIENT}/profile/{part(bot_id())}/displayname", {"displayname": "Buurtwacht"})

    async def enter(self, room: str) -> None:
        """Be in this room. Raises `DeliveryFailed` with `gone` when we can prove that it does not want us."""
        try:
            await self.call("POST", f"{CLIENT}/join/{part(room)}")
        except MatrixRefused as refusal:
            if refusal.code not in NO_SUCH_ROOM or not await self._knows_us():
                raise
            raise DeliveryFailed("the room is closed to us", permanent=True, gone=True) from refusal

    async def _knows_us(self) -> bool:
        """Are our own settings right? Else a typing mistake of the operator would close every room."""
        try:
            return (await self.call("GET", f"{CLIENT}/account/whoami")).get("user_id") == bot_id()
        except DeliveryFailed:
            return False


def part(text: str) -> str:
    """An identifier as one part of a path."""
    return quote(text, safe="")
