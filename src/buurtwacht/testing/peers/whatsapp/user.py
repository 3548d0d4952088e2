# SPDX-License-Identifier: EUPL-1.2
"""Somebody with WhatsApp on a telephone, who reads, taps, writes and changes numbers."""

import random
from typing import TYPE_CHECKING, Any

from . import shapes
from .message import Sent

if TYPE_CHECKING:
    from .peer import WhatsApp


class User:
    """Made by `meta.user(…)`. Whatever a user says returns the id of the message."""

    def __init__(self, meta: "WhatsApp", number: str, name: str) -> None:
        self._meta = meta
        self.number = number
        self.name = name
        self.bsuid = new_bsuid()
        self.exists = True
        self.shows_number = True
        self.is_online = True
        self.has_blocked = False
        self.takes_marketing = True
        self.last_spoke = float("-inf")

    @property
    def inbox(self) -> list[Sent]:
        """What our program sent and Meta accepted."""
        return self._meta.sent_to(self)

    def window_is_open(self) -> bool:
        """For 24 hours after the last thing that the user said."""
        return self._meta.clock.now() - self.last_spoke < 24 * 3600

    def says(self, text: str, about: Sent | str | None = None) -> str:
        return self._speak("text", {"body": text}, about)

    def taps(self, button: str, context: bool = True) -> str:
        """Tap on the last message that offers this; `button` is the title or the payload."""
        for message in reversed(self.inbox):
            for offered in message.taps():
                if button in (offered.title, offered.id):
                    kind, content = shapes.tap(offered)
                    return self._speak(kind, content, message if context else None)
        raise AssertionError(f"{self.name} has no message with a button {button!r}")

    def sends_photo(self, data: bytes, caption: str = "", mime: str = "image/jpeg") -> str:
        return self._sends_file("image", data, mime, {"caption": caption} if caption else {})

    def sends_video(self, data: bytes, mime: str = "video/mp4") -> str:
        return self._sends_file("video", data, mime, {})

    def sends_voice(self, data: bytes) -> str:
        return self._sends_file("audio", data, "audio/ogg; codecs=opus", {"voice": True})

    def sends_document(self, data: bytes, filename: str, mime: str = "application/pdf") -> str:
        return self._sends_file("document", data, mime, {"filename": filename})

    def sends_location(self, latitude: float, longitude: float, name: str = "", address: str = "") -> str:
        named = {"name": name, "address": address} if name else {}
        return self._speak("location", {"latitude": latitude, "longitude": longitude} | named)

    def reacts(self, emoji: str | None, to: Sent | str) -> str:
        """None takes the reaction away."""
        content = {"message_id": to if isinstance(to, str) else to.id}
        return self._speak("reaction", content | ({"emoji": emoji} if emoji else {}))

    def edits(self, wamid: str, text: str) -> str:
        """What the user said before now reads so."""
        content = {"context": {"id": wamid}, "type": "text", "text": {"body": text}}
        return self._speak("edit", {"original_message_id": wamid, "message": content})

    def deletes(self, wamid: str) -> str:
        """For everyone."""
        return self._speak("revoke", {"original_message_id": wamid})

    def sends_unsupported(self) -> str:
        """A poll, say."""
        return self._speak("unsupported", {"type": "poll_creation"})

    def sends_unreadable(self) -> str:
        """Meta hears that something was tapped, and not what."""
        self.last_spoke = self._meta.clock.now()
        return self._meta.news.unread(self)

    def reads(self, message: Sent | None = None) -> None:
        """One message, or all of them."""
        for each in [message] if message else self.inbox:
            if each.state == "delivered":
                self._meta.news.state(each, "read")

    def changes_number(self, number: str) -> str:
        """Keeps the name; Meta makes a new id for it."""
        bsuid = new_bsuid()
        said = self._meta.news.number(self, number, bsuid)
        self.number, self.bsuid = number, bsuid
        return said

    def hides_number(self) -> None:
        """The user has taken a username, and there was no traffic for thirty days."""
        self.shows_number = False

    def blocks(self) -> None:
        """The business hears nothing of it: its messages stay at sent."""
        self.has_blocked = True

    def stops_marketing(self) -> None:
        self.takes_marketing = False
        self._meta.news.preference(self, "stop")

    def goes_offline(self) -> None:
        self.is_online = False

    def comes_online(self) -> None:
        """What is still alive is delivered now."""
        self.is_online = True
        self._meta.news.online(self)

    def contact(self) -> dict[str, Any]:
        """As in `contacts` of a webhook."""
        known: dict[str, Any] = {"profile": {"name": self.name}}
        known |= {"wa_id": self.number} if self.shows_number else {}
        return known | ({"user_id": self.bsuid} if self.exists else {})

    def _sends_file(self, kind: str, data: bytes, mime: str, more: dict[str, Any]) -> str:
        return self._speak(kind, shapes.incoming_file(self._meta.media.keep(data, mime), more))

    def _speak(self, kind: str, content: dict[str, Any], about: Sent | str | None = None) -> str:
        self.last_spoke = self._meta.clock.now()
        return self._meta.news.message(self, kind, content, about.id if isinstance(about, Sent) else about)


def new_bsuid() -> str:
    return f"NL.{random.randint(10**19, 10**20 - 1)}"
