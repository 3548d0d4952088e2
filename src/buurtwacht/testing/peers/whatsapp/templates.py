# SPDX-License-Identifier: EUPL-1.2
"""Templates: what Meta keeps of one, and whether a message fills it in well."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from .errors import Refusal

Wish = dict[str, Any]  # the part "template" of a message
MONTH = 30 * 24 * 3600  # seconds: how long Meta tries to deliver when a template does not say
HOLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
# Meta's words: no new lines, no tabs, no more than four spaces in a row.
FORBIDDEN = re.compile(r"[\n\r\t]| {5,}")
FILLING = ("text", "currency", "date_time")  # kinds of parameters that fill a hole
LONGEST = {"header": 60, "body": 1024, "button": 2000}
# What keeps a template from being sent.
HELD = {"PAUSED": 132015, "DISABLED": 132016}


def holes(text: str) -> list[str]:
    """The names of the parameters, each once, in the order of the text."""
    return list(dict.fromkeys(HOLE.findall(text)))


@dataclass
class Template:
    """One template in one language."""

    id: str
    name: str
    language: str
    category: str
    components: list[dict[str, Any]]
    status: str = "APPROVED"
    lifetime: int = MONTH  # message_send_ttl_seconds
    changed: Callable[..., None] = field(default=lambda *_, **__: None, repr=False)

    def approve(self) -> None:
        self._become("APPROVED")

    def reject(self, reason: str = "INVALID_FORMAT") -> None:
        self._become("REJECTED", reason)

    def pause(self) -> None:
        """Meta does so when people complain."""
        self._become("PAUSED", "NONE")

    def disable(self) -> None:
        self._become("DISABLED", "NONE")

    def turn_into(self, category: str) -> None:
        """Meta finds that it is really marketing."""
        self.category = category
        self.changed(self, field="template_category_update")

    def _become(self, status: str, reason: str = "NONE") -> None:
        self.status = status
        self.changed(self, field="message_template_status_update", reason=reason)

    def component(self, kind: str) -> dict[str, Any]:
        return next((part for part in self.components if part["type"].lower() == kind), {})

    @property
    def buttons(self) -> list[dict[str, Any]]:
        return list(self.component("buttons").get("buttons", []))

    @property
    def is_named(self) -> bool:
        """Its holes have names, and so must the parameters."""
        texts = (self.component(kind).get("text", "") for kind in ("header", "body"))
        return any(not name.isdigit() for text in texts for name in holes(text))

    @property
    def is_ready(self) -> bool:
        """Meta has approved it once; it may be held now."""
        return self.status not in ("PENDING", "REJECTED")

    def listed(self) -> dict[str, Any]:
        """As in the answer to GET message_templates."""
        return {
            "name": self.name,
            "components": self.components,
            "language": self.language,
            "status": self.status,
            "category": self.category,
            "parameter_format": "NAMED" if self.is_named else "POSITIONAL",
            "message_send_ttl_seconds": self.lifetime,
            "id": self.id,
        }

    def rendered(self, wish: Wish) -> str:
        """What the person reads."""
        parts = ((kind, self.component(kind).get("text", "")) for kind in ("header", "body", "footer"))
        return "\n".join(_fill(text, _given(wish, kind)) for kind, text in parts if text)

    def payloads(self, wish: Wish) -> Iterator[tuple[str, str]]:
        """Title and payload of each quick reply; without a payload its title comes back."""
        for index, button in enumerate(self.buttons):
            if button["type"].upper() == "QUICK_REPLY":
                given = _given(wish, "button", index)
                yield button["text"], str(given[0].get("payload", button["text"]) if given else button["text"])

    def check(self, wish: Wish) -> None:
        """Is every hole filled, with something that may stand there? Raises Refusal."""
        if self.status in HELD:
            raise Refusal(HELD[self.status])
        for kind in ("header", "body"):
            self._check_part(kind, self.component(kind).get("text", ""), _given(wish, kind))
        for index, button in enumerate(self.buttons):
            if button["type"].upper() == "URL":
                self._check_part("button", button.get("url", ""), _given(wish, "button", index))
        for part in wish.get("components", []):
            if part["type"].lower() == "button" and int(part["index"]) >= len(self.buttons):
                raise Refusal(132000, f"Button at index {part['index']} does not exist in the template")

    def _check_part(self, kind: str, text: str, given: list[dict[str, Any]]) -> None:
        wanted = len(holes(text))
        form = self.component(kind).get("format", "TEXT").replace("TEXT", "").lower()
        if form and [one["type"] for one in given] != [form]:
            received = given[0]["type"].upper() if given else "UNKNOWN"
            raise Refusal(132012, f"{kind}: Format mismatch, expected {form.upper()}, received {received}")
        if not form and len(given) != wanted:
            place = {"button": "buttons"}.get(kind, kind)
            raise Refusal(
                132000, f"{place}: number of localizable_params ({len(given)}) does not match the expected "
                f"number of params ({wanted})",
            )  # fmt: skip
        if self.is_named and kind != "button" and {one.get("parameter_name") for one in given} != set(holes(text)):
            raise Refusal(100, "Parameter name is missing or empty")
        for one in given:
            if one["type"] not in FILLING and not form:
                raise Refusal(132012, f"{kind}: Format mismatch, expected TEXT, received {one['type'].upper()}")
            if one["type"] == "text" and FORBIDDEN.search(str(one["text"])):
                raise Refusal(
                    132018, "Param text cannot have new-line/tab characters or more than 4 consecutive spaces"
                )
            if one["type"] == "text" and not str(one["text"]).strip():
                raise Refusal(131008, f"Parameter of type text is missing text value in {kind}")
        if len(_fill(text, given)) > LONGEST[kind]:
            raise Refusal(132005, f"Translated {kind} text is longer than {LONGEST[kind]} characters")


def _given(wish: Wish, kind: str, index: int = 0) -> list[dict[str, Any]]:
    """The parameters of one part of a message; of the button with this index."""
    for part in wish.get("components", []):
        if part["type"].lower() == kind and (kind != "button" or int(part["index"]) == index):
            return list(part.get("parameters", []))
    return []


def _fill(text: str, given: list[dict[str, Any]]) -> str:
    named = {one["parameter_name"]: one for one in given if "parameter_name" in one}
    numbered = {str(place): one for place, one in enumerate(given, start=1)}

    def fill(hole: re.Match[str]) -> str:
        one = (named or numbered).get(hole[1], {})
        shown = one.get("text", one.get(one.get("type", ""), {}).get("fallback_value") if "text" not in one else "")
        return str(shown if shown is not None else "")

    return HOLE.sub(fill, text)
