# SPDX-License-Identifier: EUPL-1.2
"""What people do in Telegram: they begin, write, tap, send a photo, block the bot. Each gives the bot an update."""

import time
from typing import TYPE_CHECKING, Any

from .chats import Chat

if TYPE_CHECKING:
    from .peer import Telegram


class User:
    """Somebody with Telegram. `chat` is their own chat with the bot."""

    def __init__(self, telegram: "Telegram", number: int) -> None:
        self.telegram = telegram
        self.id = number
        self.chat = telegram.chats.setdefault(number, Chat(number, began=False))

    @property
    def as_json(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, "first_name": "Somebody"}

    def starts(self, code: str = "") -> dict[str, Any]:
        """Opens a start link, and taps on Start."""
        self.chat.began, self.chat.blocked = True, False
        return self.says(f"/start {code}".strip())

    def says(self, text: str, chat: Chat | None = None, **more: Any) -> dict[str, Any]:
        return self.telegram.tell({"message": self._message(chat, {"text": text} | more)})

    def changes(self, update: dict[str, Any], text: str) -> dict[str, Any]:
        message = update["message"] | {"text": text, "edit_date": int(time.time())}
        return self.telegram.tell({"edited_message": message})

    def sends_photo(self, content: bytes, caption: str = "", chat: Chat | None = None) -> dict[str, Any]:
        small, large = self.telegram.keep_file(b"small"), self.telegram.keep_file(content)
        photo = [{"file_id": small, "width": 90, "height": 90}, {"file_id": large, "width": 1280, "height": 960}]
        words = {"caption": caption} if caption else {}
        return self.telegram.tell({"message": self._message(chat, {"photo": photo} | words)})

    def shares_place(self, north: float, east: float) -> dict[str, Any]:
        place = {"latitude": north, "longitude": east}
        return self.telegram.tell({"message": self._message(None, {"location": place})})

    def taps(self, title: str, chat: Chat | None = None) -> dict[str, Any]:
        """Taps on the button with these words, on the newest message that has it."""
        for message in reversed((chat or self.chat).messages):
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    if button["text"] == title and "callback_data" in button:
                        return self._tapped(message, button["callback_data"])
        raise AssertionError(f"there is no button {title}")

    def blocks(self) -> dict[str, Any]:
        self.chat.blocked = True
        return self._leaves(self.chat, "kicked")

    def puts_bot_out(self, group: Chat) -> dict[str, Any]:
        group.blocked = True
        return self._leaves(group, "left")

    def _leaves(self, chat: Chat, status: str) -> dict[str, Any]:
        change = {"chat": chat.as_json, "from": self.as_json, "date": int(time.time())}
        return self.telegram.tell({"my_chat_member": change | {"new_chat_member": {"status": status}}})

    def _tapped(self, message: dict[str, Any], data: str) -> dict[str, Any]:
        name = f"query-{self.telegram.next_number()}"
        self.telegram.open_taps.add(name)
        return self.telegram.tell(
            {
                "callback_query": {
                    "id": name,
                    "from": self.as_json,
                    "message": message,
                    "data": data,
                    "chat_instance": "1",
                }
            }
        )

    def _message(self, chat: Chat | None, content: dict[str, Any]) -> dict[str, Any]:
        there = chat or self.chat
        head = {"message_id": self.telegram.next_number(), "date": int(time.time())}
        return head | {"from": self.as_json, "chat": there.as_json} | content
