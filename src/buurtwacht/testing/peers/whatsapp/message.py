# SPDX-License-Identifier: EUPL-1.2
"""A message that the business sent, as Meta keeps it."""

import base64
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .description import kind_of
from .templates import Template

if TYPE_CHECKING:
    from .user import User


def new_wamid() -> str:
    """An id such as Meta gives; it says nothing."""
    return "wamid." + base64.b64encode(b"\x1d\x11\x31" + os.urandom(27)).decode()


@dataclass(frozen=True)
class Button:
    """What a person can tap: its title, and what the business gets back."""

    title: str
    id: str
    kind: str  # quick_reply (of a template), button_reply or list_reply
    description: str = ""


@dataclass
class Sent:
    """`state` is accepted, sent, delivered, read or failed. `window` tells whether the window was open."""

    id: str
    to: "User"
    request: dict[str, Any]
    at: float
    window: bool
    template: Template | None = None
    state: str = "accepted"
    failure: int = 0
    states: list[str] = field(default_factory=lambda: ["accepted"])

    @property
    def kind(self) -> str:
        return kind_of(self.request)

    @property
    def context(self) -> str:
        """The id of the message that this one answers."""
        return str(self.request.get("context", {}).get("message_id", ""))

    @property
    def text(self) -> str:
        """What the person reads: header, body and footer, or the caption."""
        if self.template:
            return self.template.rendered(self.request["template"])
        if self.kind == "text":
            return str(self.request["text"]["body"])
        if self.kind == "interactive":
            shown = self.request["interactive"]
            parts = (shown.get(part, {}).get("text", "") for part in ("header", "body", "footer"))
            return "\n".join(part for part in parts if part)
        return str(self.request.get(self.kind, {}).get("caption", "")) if self.kind != "contacts" else ""

    @property
    def buttons(self) -> list[str]:
        """The titles of what can be tapped."""
        return [button.title for button in self.taps()]

    def taps(self) -> list[Button]:
        if self.template:
            payloads = self.template.payloads(self.request["template"])
            return [Button(title, payload, "quick_reply") for title, payload in payloads]
        action = self.request.get("interactive", {}).get("action", {})
        replies = [each["reply"] for each in action.get("buttons", [])]
        rows = [row for section in action.get("sections", []) for row in section.get("rows", [])]
        return [Button(each["title"], each["id"], "button_reply") for each in replies] + [
            Button(row["title"], row["id"], "list_reply", row.get("description", "")) for row in rows
        ]

    def becomes(self, state: str) -> None:
        self.state = state
        self.states.append(state)
