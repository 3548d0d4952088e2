# SPDX-License-Identifier: EUPL-1.2
"""Templates that the business submits and edits, with Meta's rules for a good one."""

import random
import re
from itertools import groupby
from typing import Any

from .description import check_template
from .errors import Refusal
from .templates import HOLE, MONTH, Template, holes

LONGEST = {"HEADER": 60, "BODY": 1024, "FOOTER": 60}
NAME = re.compile(r"[a-z0-9_]{1,512}")
CATEGORIES = ("AUTHENTICATION", "MARKETING", "UTILITY")
EXISTS = 2388024  # subcodes are Meta's
BAD_FORMAT = 2388043


def new_template(wanted: dict[str, Any], known: list[Template]) -> Template:
    """One that waits for Meta's judgement. Raises Refusal."""
    check_template(wanted)
    if not NAME.fullmatch(wanted["name"]):
        raise Refusal(100, message="(#100) Param name must contain only lowercase letters, numbers and underscores")
    if wanted["category"].upper() not in CATEGORIES:
        raise Refusal(100, message=f"(#100) Param category must be one of {{{', '.join(CATEGORIES)}}}")
    if any((each.name, each.language) == (wanted["name"], wanted["language"]) for each in known):
        raise Refusal(100, "There is already content in this language for this template.", subcode=EXISTS)
    _check(wanted["components"])
    return Template(
        str(random.randint(10**15, 10**16)), wanted["name"], wanted["language"], wanted["category"].upper(),
        wanted["components"], "PENDING", int(wanted.get("message_send_ttl_seconds", MONTH)),
    )  # fmt: skip


def edit(template: Template, wanted: dict[str, Any]) -> None:
    """An edited template waits for judgement again."""
    components = wanted.get("components", template.components)
    _check(components)
    template.components, template.status = components, "PENDING"
    template.category = wanted.get("category", template.category).upper()


def _check(components: list[dict[str, Any]]) -> None:
    kinds = [part.get("type", "").upper() for part in components]
    if "BODY" not in kinds or len(set(kinds)) != len(kinds):
        raise Refusal(100, "A template has one component of type BODY, and at most one of each other type",
                      subcode=BAD_FORMAT)  # fmt: skip
    for part, kind in zip(components, kinds, strict=True):
        _check_text(part, kind)
        if kind == "BUTTONS":
            _check_buttons(part.get("buttons", []))


def _check_text(part: dict[str, Any], kind: str) -> None:
    text = part.get("text", "")
    if len(text) > LONGEST.get(kind, len(text)):
        raise Refusal(100, f"{kind.title()} text is longer than {LONGEST[kind]} characters", subcode=2388040)
    names = holes(text)
    if not names:
        return
    if kind == "FOOTER":
        raise Refusal(100, "The footer can't have any variables", subcode=BAD_FORMAT)
    if all(name.isdigit() for name in names) and names != [str(place + 1) for place in range(len(names))]:
        raise Refusal(132012, "Variables must be {{1}}, {{2}} and so on", subcode=BAD_FORMAT)
    if kind == "BODY" and re.search(rf"^{HOLE.pattern}|{HOLE.pattern}$", text.strip()):
        raise Refusal(100, "Variables can't be at the start or end of the template", subcode=2388299)
    if re.search(r"\}\}\s*\{\{", text):
        raise Refusal(100, "Variables can't stand next to each other", subcode=BAD_FORMAT)
    _check_example(part, kind, len(names))


def _check_example(part: dict[str, Any], kind: str, count: int) -> None:
    example = part.get("example", {})
    given = example.get("body_text", [[]])[0] if kind == "BODY" else example.get("header_text", [])
    named = example.get(f"{kind.lower()}_text_named_params", [])
    if count not in (len(given), len(named)):
        raise Refusal(100, f"component of type {kind} is missing expected field(s) (example)", subcode=BAD_FORMAT)


def _check_buttons(buttons: list[dict[str, Any]]) -> None:
    if not 1 <= len(buttons) <= 10:
        raise Refusal(100, "A template has one to ten buttons", subcode=BAD_FORMAT)
    if any(len(button.get("text", "")) > 25 for button in buttons):
        raise Refusal(100, "The text of a button has at most 25 characters", subcode=2388040)
    quick = [button.get("type") == "QUICK_REPLY" for button in buttons]
    if sum(1 for is_quick, _ in groupby(quick) if is_quick) > 1:
        raise Refusal(100, "Quick replies must stand together", subcode=BAD_FORMAT)
