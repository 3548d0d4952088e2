# SPDX-License-Identifier: EUPL-1.2
"""Meta's server with everything it keeps; how to use it stands in the docstring of the package."""

import asyncio
import random
from typing import Any
from uuid import uuid4

from buurtwacht.testing.peers.serving import WebServer

from .accepting import Desk
from .clock import Clock
from .courier import Courier
from .faults import Faults
from .graph import application
from .limits import Limits
from .media import Media
from .message import Sent
from .news import News
from .templates import MONTH, Template
from .user import User


class WhatsApp(WebServer):
    """One business portfolio with one account and one phone number."""

    version = "v23.0"
    header = "Authorization: Bearer {token}"  # a reseller has one of its own: "D360-API-KEY: {token}"

    def __init__(self) -> None:
        super().__init__(application(self))
        self.token = f"EAA{uuid4().hex}"
        self.app_secret, self.verify_token = uuid4().hex, uuid4().hex
        self.phone_id, self.waba_id = _number(15), _number(15)
        self.number, self.name = "31970102030", "Buurtwacht"
        self.clock = Clock()
        self.limits = Limits(self.clock)
        self.media = Media(self.clock)
        self.faults = Faults()
        self.webhooks = Courier(self.waba_id, self.app_secret, self.verify_token, self.clock)
        # What Meta says afterwards, with a failed status, and not as the answer to the request.
        self.told_later = {131026, 131047, 131049, 131050, 130472}
        self.users: list[User] = []
        self.templates: list[Template] = []
        self.sent: list[Sent] = []
        self.heard: list[str] = []  # ids of what people said
        self.read_by_us: list[str] = []  # ids of messages that the business marked as read
        self.is_subscribed = True
        self.answers_last = False  # the statuses of a message come before the answer to its request
        self.message_status = "accepted"  # or held_for_quality_assessment, or paused: then nothing more is heard
        self.news = News(self)
        self.desk = Desk(self)

    @property
    def graph(self) -> str:
        """The URL with the version, as most clients want it."""
        return f"{self.url}/{self.version}"

    async def start(self) -> None:
        await super().start()
        self.webhooks.runs_in(asyncio.get_running_loop())

    async def stop(self) -> None:
        await self.webhooks.stop()
        await super().stop()

    # Who and what there is

    def user(self, number: str, name: str = "Anna") -> User:
        """Somebody who has WhatsApp; whoever was not made here has not."""
        self.users.append(User(self, number.lstrip("+"), name))
        return self.users[-1]

    def template(
        self,
        name: str,
        body: str,
        *,
        language: str = "nl",
        category: str = "UTILITY",
        buttons: list[str | dict[str, Any]] | None = None,
        header: str = "",
        footer: str = "",
        lifetime: int = MONTH,
    ) -> Template:
        """An approved one. A button is the title of a quick reply, or a dict as Meta has it."""
        parts: list[dict[str, Any]] = [{"type": "HEADER", "format": "TEXT", "text": header}] if header else []
        parts += [{"type": "BODY", "text": body}] + ([{"type": "FOOTER", "text": footer}] if footer else [])
        if buttons:
            dicts = [{"type": "QUICK_REPLY", "text": one} if isinstance(one, str) else one for one in buttons]
            parts.append({"type": "BUTTONS", "buttons": dicts})
        return self.keep(Template(_number(16), name, language, category, parts, "APPROVED", lifetime))

    def keep(self, template: Template) -> Template:
        template.changed = self.news.template
        self.templates.append(template)
        return template

    def sent_to(self, user: User | str) -> list[Sent]:
        """Every accepted message to somebody, also those that failed later."""
        return [each for each in self.sent if user in (each.to, each.to.number, each.to.bsuid)]

    # Troubles

    def fails(self, code: int, times: int | None = None, on: str = "messages") -> None:
        """Refuse with this code of Meta, or with a bare HTTP status; `times`, or until `recovers`.

        A code in `told_later` comes after accepting. `on` is messages, media (up and down) or templates.
        """
        self.faults.add(code, times, on)

    def recovers(self) -> None:
        self.faults.clear()

    def swallows(self, times: int = 1) -> None:
        """Accept, and never answer."""
        self.faults.silent += times

    def hangs_up(self, times: int = 1) -> None:
        """Accept, and break the connection."""
        self.faults.abrupt += times

    def revoke_token(self) -> None:
        """What the program has is worth nothing any more; `meta.token` is a new one."""
        self.token = f"EAA{uuid4().hex}"

    def restrict_account(self) -> None:
        """Meta locks the account, and says so in a webhook."""
        self.fails(131031)
        self.news.restriction()

    def webhooks_to(self, url: str) -> None:
        """Do the handshake, and post there from now on; what waits goes at once."""
        self.run(self.webhooks.greet(url))


def _number(digits: int) -> str:
    return str(random.randint(10 ** (digits - 1), 10**digits - 1))
