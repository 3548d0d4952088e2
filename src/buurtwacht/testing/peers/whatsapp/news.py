# SPDX-License-Identifier: EUPL-1.2
"""What Meta tells: each thing that happens becomes one change in a webhook."""

from typing import TYPE_CHECKING, Any

from . import shapes
from .errors import Refusal
from .message import Sent, new_wamid
from .templates import Template

if TYPE_CHECKING:
    from .peer import WhatsApp
    from .user import User


class News:
    def __init__(self, meta: "WhatsApp") -> None:
        self._meta = meta

    # Of messages of the business

    def accepted(self, message: Sent) -> None:
        """What follows on accepting: sent, and delivered if the telephone is on."""
        self.state(message, "sent")
        if message.to.is_online and not message.to.has_blocked:
            self.state(message, "delivered")

    def online(self, user: "User") -> None:
        """What still lives is delivered; of the rest nothing is ever heard."""
        for message in self._meta.sent_to(user):
            alive = not message.template or self._meta.clock.now() - message.at < message.template.lifetime
            if message.state == "sent" and alive and not user.has_blocked:
                self.state(message, "delivered")

    def state(self, message: Sent, state: str, refusal: Refusal | None = None) -> None:
        message.becomes(state)
        message.failure = refusal.code if refusal else 0
        told = shapes.status(message, state, self._now(), refusal and refusal.in_status())
        self._tell({"contacts": [message.to.contact()], "statuses": [told]})

    # Of people

    def message(self, user: "User", kind: str, content: dict[str, Any], about: str | None) -> str:
        """Returns the id of what the user said."""
        wamid = new_wamid()
        self._meta.limits.pass_one(self._meta.phone_id)
        sender = {"from_user_id": user.bsuid} | ({"from": user.number} if user.shows_number else {})
        message = shapes.incoming(sender, wamid, self._now(), kind, content)
        if about:
            message["context"] = {"from": self._meta.number, "id": about}
        self._meta.heard.append(wamid)
        self._tell({"contacts": [user.contact()], "messages": [message]})
        return wamid

    def unread(self, user: "User") -> str:
        """Meta could not read what the user sent, and says only that there was something."""
        wamid = new_wamid()
        message = {"from": user.number, "id": wamid, "timestamp": str(int(self._now())), "type": "interactive"}
        error = Refusal(131000, "Unsupported webhook payload").in_status()
        error.pop("href")
        self._tell({"contacts": [user.contact()], "messages": [message], "errors": [error]})
        return wamid

    def number(self, user: "User", number: str, bsuid: str) -> str:
        wamid = new_wamid()
        self._tell({"messages": [shapes.number_changed(user, number, bsuid, wamid, self._now())]})
        return wamid

    def preference(self, user: "User", value: str) -> None:
        """stop or resume: marketing only."""
        detail = f"User requested to {value} marketing messages"
        told = {"detail": detail, "category": "marketing_messages", "value": value, "timestamp": int(self._now())}
        who = {"wa_id": user.number} if user.shows_number else {"user_id": user.bsuid}
        self._tell({"contacts": [user.contact()], "user_preferences": [who | told]}, "user_preferences")

    # Of the account

    def template(self, template: Template, field: str, reason: str = "NONE") -> None:
        more: dict[str, Any] = {"new_category": template.category}
        if field == "message_template_status_update":
            more = {"event": template.status, "reason": reason, "message_template_category": template.category}
        value = shapes.template_event(template.name, template.language, template.id, **more)
        self._meta.webhooks.add({"field": field, "value": value})

    def restriction(self) -> None:
        kind = {"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": int(self._now()) + 86400}
        value = {"event": "ACCOUNT_RESTRICTION", "restriction_info": [kind]}
        self._meta.webhooks.add({"field": "account_update", "value": value})

    def _now(self) -> float:
        return self._meta.clock.now()

    def _tell(self, value: dict[str, Any], field: str = "messages") -> None:
        known = {"display_phone_number": self._meta.number, "phone_number_id": self._meta.phone_id}
        self._meta.webhooks.add({"field": field, "value": {"messaging_product": "whatsapp", "metadata": known} | value})
