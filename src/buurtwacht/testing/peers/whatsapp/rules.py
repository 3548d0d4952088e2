# SPDX-License-Identifier: EUPL-1.2
"""What Meta asks of a message beyond its description: what no schema can say."""

from typing import Any

from .description import kind_of
from .errors import Refusal

FILES = ("image", "audio", "video", "document", "sticker")
MOST_ROWS = 10  # of all sections together


def check(request: dict[str, Any]) -> None:
    """Raises Refusal."""
    if request.get("recipient_type") == "group":
        raise Refusal(100, "This business has no groups")
    link = request.get(kind_of(request), {}).get("link", "https://") if kind_of(request) in FILES else "https://"
    if not link.startswith(("https://", "http://")):
        raise Refusal(100, message=f"(#100) Param {kind_of(request)}['link'] is not a valid URI.")
    shown = request.get("interactive")
    if shown:
        _check_header(shown.get("header", {}))
        if shown["type"] == "button":
            _check_buttons([button["reply"] for button in shown["action"]["buttons"]])
        if shown["type"] == "list":
            _check_sections(shown["action"]["sections"])


def digits(to: str) -> str:
    """A number with country code as Meta keeps it. Raises Refusal for what is no number."""
    found = "".join(sign for sign in to if sign.isdigit())
    if not 7 <= len(found) <= 15 or any(sign.isalpha() for sign in to):
        raise Refusal(131009, "Param to is not a valid phone number")
    return found


def _check_header(header: dict[str, Any]) -> None:
    kind = header.get("type")
    if kind and not header.get(kind):
        raise Refusal(131008, f"Param interactive['header']['{kind}'] is required")


def _check_buttons(replies: list[dict[str, str]]) -> None:
    for part in ("id", "title"):
        if len({reply[part] for reply in replies}) < len(replies):
            raise Refusal(131009, f"Button {part}s must be unique")
    if any(reply["id"] != reply["id"].strip() for reply in replies):
        raise Refusal(131009, "Button id has leading or trailing spaces")


def _check_sections(sections: list[dict[str, Any]]) -> None:
    rows = [row for section in sections for row in section.get("rows", [])]
    if not 1 <= len(rows) <= MOST_ROWS:
        raise Refusal(131009, f"Total row count is {len(rows)}, and must be from 1 to {MOST_ROWS}")
    if len({row["id"] for row in rows}) < len(rows):
        raise Refusal(131009, "Row ids must be unique")
    if len(sections) > 1 and not all(section.get("title") for section in sections):
        raise Refusal(131008, "A section needs a title when there is more than one")
