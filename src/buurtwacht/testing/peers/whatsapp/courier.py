# SPDX-License-Identifier: EUPL-1.2
"""Brings webhooks: signed, in order or not, once or twice, again and again until somebody answers 200."""

import asyncio
import hashlib
import hmac
import threading
import time
from collections.abc import Callable
from urllib.parse import urlencode
from uuid import uuid4

import aiohttp

from .clock import Clock
from .packing import Change, Webhook, packed

Post = Callable[[bytes, dict[str, str]], int]
FRESH = 0.05  # seconds until the second try; each next one waits twice as long, up to a second


class Courier:
    """`made` holds every webhook since the beginning, `waiting` those that nobody has taken or answered yet."""

    def __init__(self, account: str, secret: str, verify_token: str, clock: Clock) -> None:
        self.made: list[Webhook] = []
        self.url = ""
        self.tries = 100
        self.answer_within = 5.0  # seconds
        self._account, self._secret, self._verify_token, self._clock = account, secret, verify_token, clock
        self._held: list[Change] | None = None
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._session: aiohttp.ClientSession | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def waiting(self) -> list[Webhook]:
        return [webhook for webhook in self.made if not webhook.is_done]

    def add(self, change: Change) -> None:
        with self._lock:
            if self._held is not None:
                self._held.append(change)
                return
        self._send([change])

    # How they come

    def hold(self) -> None:
        """Meta is late: nothing comes until `release`."""
        self._held = []

    def release(self, together: bool | str = False, backwards: bool = False, twice: bool = False) -> None:
        """Bring what was held. `together` puts all in one POST: True or "changes" as changes of one entry, "entries" as
        an entry each, "lists" as lists of messages and statuses in as few values as possible."""
        with self._lock:
            held, self._held = self._held or [], None
        if backwards:
            held.reverse()
        for _ in range(2 if twice else 1):
            for group in [held] if together and held else [[change] for change in held]:
                self._send(group, together if isinstance(together, str) else "changes")

    def repeat(self) -> None:
        """Bring everything once more, as Meta does when it doubts that we heard."""
        for webhook in list(self.made):
            self._post(Webhook(webhook.body, webhook.headers))

    # Without a URL

    def take(self) -> list[tuple[bytes, dict[str, str]]]:
        """Body and headers of each that waits; they count as answered."""
        taken = self.waiting
        for webhook in taken:
            webhook.answers.append(200)
        return [(webhook.body, webhook.headers) for webhook in taken]

    def hand_over(self, post: Post, tries: int = 3) -> list[int]:
        """Post what waits in your own thread, with what comes because of it. Returns the answers."""
        answers: list[int] = []
        while due := [webhook for webhook in self.waiting if len(webhook.answers) < tries]:
            for webhook in due:
                webhook.answers.append(post(webhook.body, webhook.headers))
                answers.append(webhook.answers[-1])
        return answers

    # With a URL

    def runs_in(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop

    async def greet(self, url: str) -> None:
        """Meta's handshake: the URL must give the challenge back, and nothing else."""
        challenge = str(uuid4().int)[:10]
        asked = urlencode({"hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": self._verify_token})
        self._session = self._session or aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(self.answer_within))
        async with self._session.get(f"{url}?{asked}") as answer:
            text = await answer.text()
            assert (answer.status, text) == (200, challenge), f"Handshake failed: {answer.status}"
        self.url = url
        for webhook in self.waiting:
            self._start(webhook)

    def settle(self, seconds: float = 20) -> None:
        """Wait until everything has been answered with 200."""
        deadline = time.monotonic() + seconds
        while self.waiting:
            assert time.monotonic() < deadline, f"{len(self.waiting)} webhooks were not answered with 200"
            time.sleep(0.005)

    async def stop(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    async def quiet(self, seconds: float = 2) -> None:
        """Wait in the server's own loop until what is under way has been answered."""
        await asyncio.sleep(0)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)

    def signed(self, body: bytes, secret: str = "") -> dict[str, str]:
        digest = hmac.new((secret or self._secret).encode(), body, hashlib.sha256).hexdigest()
        return {
            "Content-Type": "application/json",
            "User-Agent": "facebookexternalua",
            "X-Hub-Signature-256": f"sha256={digest}",
        }

    def _send(self, changes: list[Change], shape: str = "changes") -> None:
        body = packed(self._account, changes, shape, self._clock.now())
        self._post(Webhook(body, self.signed(body)))

    def _post(self, webhook: Webhook) -> None:
        self.made.append(webhook)
        if self.url and self._loop:
            self._loop.call_soon_threadsafe(self._start, webhook)

    def _start(self, webhook: Webhook) -> None:
        task = asyncio.get_running_loop().create_task(self._bring(webhook))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _bring(self, webhook: Webhook) -> None:
        pause = FRESH
        for _ in range(self.tries):
            webhook.answers.append(await self._try(webhook))
            if webhook.is_done:
                return
            await asyncio.sleep(pause)
            pause = min(pause * 2, 1.0)

    async def _try(self, webhook: Webhook) -> int:
        assert self._session
        try:
            async with self._session.post(self.url, data=webhook.body, headers=webhook.headers) as answer:
                return answer.status
        except (aiohttp.ClientError, TimeoutError):
            return 0
