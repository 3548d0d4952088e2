# SPDX-License-Identifier: EUPL-1.2
import asyncio
import itertools
import json
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import aiohttp
from aiohttp import web

from buurtwacht.testing.peers.serving import WebServer

from .chats import Chat
from .description import METHODS, wrong_with
from .people import User

TOKEN = "123456:TEST-token-of-the-peer"
BOT = "buurtwacht_peer_bot"
SECRET = "X-Telegram-Bot-Api-Secret-Token"
Answered = tuple[int, dict[str, Any]]


class Telegram(WebServer):
    """A Bot API server with one bot. `faults` are answers to give instead, one after the other; see `fault`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        app = web.Application(client_max_size=1_000_000)
        app.router.add_post("/bot{token}/{method}", self._asked)
        app.router.add_get("/file/bot{token}/{path}", self._file)
        super().__init__(app)
        self.clock = clock
        self.token = TOKEN
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, bytes] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.faults: deque[str] = deque()
        self.open_taps: set[str] = set()
        self.updates: deque[dict[str, Any]] = deque()
        self.webhook: dict[str, Any] = {}
        self.refused_by_us: list[int] = []
        self._numbers = itertools.count(1)

    def user(self, number: int = 7001) -> User:
        return User(self, number)

    def group(self, number: int = -5001, kind: str = "group") -> Chat:
        return self.chats.setdefault(number, Chat(number, kind=kind))

    def enlarge(self, group: Chat) -> Chat:
        """The group becomes a supergroup: it gets another number, and the bot hears of it."""
        larger = self.group(-1_000_000_000_000 + group.id, "supergroup")
        group.moved_to = larger.id
        number = {"message_id": self.next_number(), "date": int(time.time())}
        self.tell({"message": number | {"chat": group.as_json, "migrate_to_chat_id": larger.id}})
        return larger

    def fault(self, *names: str) -> None:
        """`flood:7` (429), `broken` (500), `lost` (taken, and no answer ever), `hang up` (taken, connection cut)."""
        self.faults.extend(names)

    def next_number(self) -> int:
        return next(self._numbers)

    def keep_file(self, content: bytes) -> str:
        name = f"file-{self.next_number()}"
        self.files[name] = content
        return name

    def tell(self, update: dict[str, Any]) -> dict[str, Any]:
        """Something happened that the bot is to hear."""
        update = {"update_id": self.next_number()} | update
        self.updates.append(update)
        return update

    def knock(self) -> list[tuple[int, bytes]]:
        """Hand what waits to the web hook. Kept for later when we do not say 200."""
        answers: list[tuple[int, bytes]] = self.run(self._knock())
        return answers

    async def _knock(self) -> list[tuple[int, bytes]]:
        answers = []
        headers = {SECRET: self.webhook.get("secret_token", "")}
        async with aiohttp.ClientSession() as session:
            for update in list(self.updates):
                async with session.post(self.webhook["url"], json=update, headers=headers) as response:
                    body = await response.read()
                answers.append((response.status, body))
                if response.status == 200:
                    self.updates.remove(update)
                    await self._do_at_once(body)
        return answers

    async def _do_at_once(self, body: bytes) -> None:
        """An answer to the web hook may ask for one method."""
        asked = json.loads(body) if body else {}
        if method := asked.pop("method", ""):
            await self._do(method, asked)

    async def _asked(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return web.json_response(_no(401, "Unauthorized"), status=401)
        method, asked = request.match_info["method"], json.loads(await request.read() or b"{}")
        fault = self.faults.popleft() if self.faults else ""
        if fault.startswith("flood"):
            wait = int(fault.partition(":")[2])
            return web.json_response(_no(429, f"Too Many Requests: retry after {wait}", retry_after=wait), status=429)
        if fault == "broken":
            return web.json_response(_no(500, "Internal Server Error"), status=500)
        status, said = await self._do(method, asked)
        if fault == "lost":
            await asyncio.sleep(60)
        if fault == "hang up" and request.transport:
            request.transport.abort()
        return web.json_response(said, status=status)

    async def _do(self, method: str, asked: dict[str, Any]) -> Answered:
        if method not in METHODS:
            return 404, _no(404, "Not Found: method not found")
        self.calls.append((method, asked))
        if wrong := wrong_with(method, asked):
            return 400, _no(400, wrong)
        doing = {
            "sendMessage": self._send,
            "answerCallbackQuery": self._settle,
            "deleteMessage": self._delete,
            "getFile": self._name_file,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._set_webhook,
        }
        if method in doing:
            return doing[method](asked)
        if method == "getUpdates":
            return await self._updates(asked)
        if method == "getWebhookInfo":
            return 200, _yes({"url": self.webhook.get("url", ""), "pending_update_count": len(self.updates)})
        return 200, _yes({"id": 123456, "is_bot": True, "first_name": "Buurtwacht", "username": BOT})

    def _send(self, asked: dict[str, Any]) -> Answered:
        chat = self.chats.get(int(asked["chat_id"]))
        if chat is None:
            return 400, _no(400, "Bad Request: chat not found")
        status, why = chat.refusal()
        if status:
            return status, _no(status, why, **({"migrate_to_chat_id": chat.moved_to} if chat.moved_to else {}))
        if wait := chat.flood(self.clock()):
            return 429, _no(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        message = asked | {"message_id": self.next_number(), "date": int(time.time()), "chat": chat.as_json}
        chat.messages.append(message)
        return 200, _yes({"message_id": message["message_id"], "date": message["date"], "chat": chat.as_json})

    def _delete(self, asked: dict[str, Any]) -> Answered:
        """A message of the bot's own, for 48 hours."""
        chat = self.chats.get(int(asked["chat_id"]))
        found = [one for one in chat.messages if one["message_id"] == asked["message_id"]] if chat else []
        if not chat or not found:
            return 400, _no(400, "Bad Request: message to delete not found")
        if found[0]["date"] < time.time() - 48 * 3600:
            return 400, _no(400, "Bad Request: message can't be deleted for everyone")
        chat.messages.remove(found[0])
        return 200, _yes(result=True)

    def _settle(self, asked: dict[str, Any]) -> Answered:
        name = asked["callback_query_id"]
        if name not in self.open_taps:
            return 400, _no(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self.open_taps.remove(name)
        return 200, _yes(result=True)

    def _name_file(self, asked: dict[str, Any]) -> Answered:
        if asked["file_id"] not in self.files:
            return 400, _no(400, "Bad Request: invalid file_id")
        return 200, _yes({"file_id": asked["file_id"], "file_path": asked["file_id"]})

    def _set_webhook(self, asked: dict[str, Any]) -> Answered:
        self.webhook = asked
        return 200, _yes(result=True)

    async def _updates(self, asked: dict[str, Any]) -> Answered:
        if self.webhook.get("url"):
            return 409, _no(409, "Conflict: can't use getUpdates method while webhook is active")
        while self.updates and self.updates[0]["update_id"] < asked.get("offset", 0):
            self.updates.popleft()
        for _wait in range(20 * asked.get("timeout", 0)):
            if self.updates:
                break
            await asyncio.sleep(0.05)
        return 200, _yes(list(self.updates)[:100])

    async def _file(self, request: web.Request) -> web.StreamResponse:
        content = self.files.get(request.match_info["path"])
        if request.match_info["token"] != self.token or content is None:
            return web.json_response(_no(404, "Not Found"), status=404)
        return web.Response(body=content)


def _yes(result: Any) -> dict[str, Any]:
    return {"ok": True, "result": result}


def _no(code: int, why: str, **parameters: int) -> dict[str, Any]:
    about = {"parameters": parameters} if parameters else {}
    return {"ok": False, "error_code": code, "description": why} | about
