# SPDX-License-Identifier: EUPL-1.2
"""Meta's server with everything it keeps; how to use it stands in the docstring of the package."""

import asyncio
import random
from typing import Any
from uuid import uuid4

from ..serving import WebServer
from . import shapes
from .accepting import Desk
from .clock import Clock
from .courier import Courier
from .errors import Refusal
from .faults import Faults
from .graph import routes
from .limits import Limits
from .media import Media
from .message import Sent, new_wamid
from .templates import Template
from .user import User


class WhatsApp(WebServer):
    """One business portfolio with one account and one phone number."""

    version = "v23.0"

    def __init__(self) -> None:
        super().__init__(routes(self))
        self.token = f"EAA{uuid4().hex}"
        self.app_secret, self.verify_token = uuid4().hex, uuid4().hex
        self.phone_id, self.waba_id = _number(15), _number(15)
        self.number, self.name = "31970102030", "Buurtwacht"
        self.clock = Clock()
        self.limits = Limits(self.clock)
        self.media = Media(self.clock)
        self.faults = Faults()
        self.webhooks = Courier(self.waba_id, self.app_secret, self.verify_token)
        # What Meta says afterwards, with a failed status, and not as the answer to the request.
        self.told_later = {131026, 131047, 131049, 131050, 130472}
        self.users: list[User] = []
        self.templates: list[Template] = []
        self.sent: list[Sent] = []
        self.read_by_us: list[str] = []
        self.is_subscribed = True
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
        self, name: str, body: str, *, language: str = "nl", category: str = "UTILITY",
        buttons: list[str | dict[str, Any]] | None = None, header: str = "", footer: str = "", lifetime: int = 30 * 24 * 3600,
    ) -> Template:  # fmt: skip
        """An approved one. A button is the title of a quick reply, or a dict as Meta has it."""
        parts: list[dict[str, Any]] = [{"type": "HEADER", "format": "TEXT", "text": header}] if header else []
        parts += [{"type": "BODY", "text": body}] + ([{"type": "FOOTER", "text": footer}] if footer else [])
        if buttons:
            dicts = [{"type": "QUICK_REPLY", "text": one} if isinstance(one, str) else one for one in buttons]
            parts.append({"type": "BUTTONS", "buttons": dicts})
        return self.keep(Template(_number(16), name, language, category, parts, "APPROVED", lifetime))

    def keep(self, template: Template) -> Template:
        template.changed = self._tell_template
        self.templates.append(template)
        return template

    def sent_to(self, user: User | str) -> list[Sent]:
        """Every accepted message to somebody, also those that failed later."""
        return [each for each in self.sent if user in (each.to, each.to.number, each.to.bsuid)]

    # Troubles

    def fails(self, code: int, times: int | None = None) -> None:
        """Refuse everything that is sent with this code of Meta, or with a bare HTTP status; `times`, or until `recovers`."""
        self.faults.add(code, times)

    def recovers(self) -> None:
        self.faults.clear()

    def swallows(self, times: int = 1) -> None:
        """Accept, and never answer."""
        self.faults.silent += times

    def hangs_up(self, times: int = 1) -> None:
        """Accept, and break the connection."""
        self.faults.abrupt += times

    def revoke_token(self) -> None:
        self.token = f"EAA{uuid4().hex}"

    # Webhooks

    def webhooks_to(self, url: str) -> None:
        """Do the handshake, and post there from now on; what waits goes at once."""
        self.run(self.webhooks.greet(url))

    def deliver(self, message: Sent) -> None:
        """What follows on accepting: sent, and delivered if the telephone is on."""
        self.tell_state(message, "sent")
        if message.to.is_online and not message.to.has_blocked:
            self.tell_state(message, "delivered")

    def deliver_waiting(self, user: User) -> None:
        for message in self.sent_to(user):
            alive = not message.template or self.clock.now() - message.at < message.template.lifetime
            if message.state == "sent" and alive and not user.has_blocked:
                self.tell_state(message, "delivered")

    def tell_state(self, message: Sent, state: str, refusal: Refusal | None = None) -> None:
        message.becomes(state)
        message.failure = refusal.code if refusal else 0
        told = shapes.status(message, state, self.clock.now(), refusal and refusal.in_status())
        self._tell({"contacts": [message.to.contact()], "statuses": [told]})

    def tell_incoming(self, user: User, wamid: str, kind: str, content: dict[str, Any], about: str | None) -> None:
        self.limits.pass_one(self.phone_id)
        sender = {"from_user_id": user.bsuid} | ({"from": user.number} if user.shows_number else {})
        message = shapes.incoming(sender, wamid, self.clock.now(), kind, content)
        if about:
            message["context"] = {"from": self.number, "id": about}
        self._tell({"contacts": [user.contact()], "messages": [message]})

    def changes_number(self, user: User, number: str) -> str:
        wamid = new_wamid()
        self._tell({"messages": [shapes.number_changed(user.number, number, user.name, wamid, self.clock.now())]})
        return wamid

    def tell_preference(self, user: User, value: str) -> None:
        told = {"detail": f"User requested to {value} marketing messages", "category": "marketing_messages",
                "value": value, "timestamp": int(self.clock.now())}  # fmt: skip
        who = {"wa_id": user.number} if user.shows_number else {"user_id": user.bsuid}
        self._tell({"contacts": [user.contact()], "user_preferences": [who | told]}, "user_preferences")

    def restricts_account(self) -> None:
        """Meta locks the account, and says so."""
        self.fails(131031)
        kind = {"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": int(self.clock.now()) + 86400}
        self.webhooks.add(
            {"field": "account_update", "value": {"event": "ACCOUNT_RESTRICTION", "restriction_info": [kind]}}
        )

    def _tell(self, value: dict[str, Any], field: str = "messages") -> None:
        known = {"display_phone_number": self.number, "phone_number_id": self.phone_id}
        self.webhooks.add({"field": field, "value": {"messaging_product": "whatsapp", "metadata": known} | value})

    def _tell_template(self, template: Template, field: str, reason: str = "NONE") -> None:
        more: dict[str, Any] = {"new_category": template.category}
        if field == "message_template_status_update":
            more = {"event": template.status, "reason": reason, "message_template_category": template.category}
        value = shapes.template_event(template.name, template.language, template.id, **more)
        self.webhooks.add({"field": field, "value": value})


def _number(digits: int) -> str:
    return str(random.randint(10 ** (digits - 1), 10**digits - 1))
