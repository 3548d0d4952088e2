# SPDX-License-Identifier: EUPL-1.2
"""The templates that Meta approves beforehand, as they lie in `templates/`: fixed words with a few narrow gaps.

A gap takes a kind, a place, a time, the name of a group or the emergency number, and nothing that somebody wrote.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

FOLDER = Path(__file__).parent / "templates"
CATEGORY = "UTILITY"
SPARE = "note"  # the form that says least: "you have a message"


@dataclass(frozen=True, slots=True)
class Wording:
    """One form in one language."""

    body: str
    footer: str
    buttons: Mapping[str, str]
    empty: Mapping[str, str]  # what stands in a gap for which there is nothing
    example: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """`gist` is the kind of news it carries, `gaps` what stands in each gap, `buttons` their ids in order."""

    name: str
    gist: str
    lifetime: int  # seconds that Meta goes on trying to deliver
    gaps: tuple[str, ...]
    buttons: tuple[str, ...]
    wordings: Mapping[str, Wording]

    def submission(self, language: str) -> dict[str, Any]:
        """What Meta is asked to approve, in one language."""
        wording = self.wordings[language]
        return {
            "name": self.name,
            "language": language,
            "category": CATEGORY,
            "message_send_ttl_seconds": self.lifetime,
            "components": [
                {"type": "BODY", "text": wording.body, "example": {"body_text": [list(wording.example)]}},
                {"type": "FOOTER", "text": wording.footer},
                {"type": "BUTTONS", "buttons": [_button(one, wording) for one in self.buttons]},
            ],
        }


@cache
def forms() -> dict[str, Form]:
    """Every form, by the kind of news that it carries."""
    found = (_read(json.loads(path.read_text())) for path in sorted(FOLDER.glob("*.json")))
    return {form.gist: form for form in found}


def spoken(language: str) -> str:
    """The language of a form for this reader: that of the country next door where there is no own text."""
    wordings = forms()[SPARE].wordings
    for one in (language, language.partition("-")[0], settings.LANGUAGE_CODE):
        if one in wordings:
            return one
    return "en"


def _button(name: str, wording: Wording) -> dict[str, Any]:
    title = wording.buttons[name]
    if name != "open":
        return {"type": "QUICK_REPLY", "text": title}
    example = f"{settings.SITE_URL}/meldingen/0190/"
    return {"type": "URL", "text": title, "url": f"{settings.SITE_URL}/{{{{1}}}}", "example": [example]}


def _read(found: dict[str, Any]) -> Form:
    return Form(
        name=found["name"],
        gist=found["gist"],
        lifetime=found["message_send_ttl_seconds"],
        gaps=tuple(found["parameters"]),
        buttons=tuple(found["buttons"]),
        wordings={language: _wording(one) for language, one in found["languages"].items()},
    )


def _wording(found: dict[str, Any]) -> Wording:
    return Wording(found["body"], found["footer"], found["buttons"], found["empty"], tuple(found["example"]))
