# SPDX-License-Identifier: EUPL-1.2
"""The four steps of a report on top of its screens: Signaleren, Alarmeren, Appen, Reageren."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from buurtwacht.policy.model import Letter


@dataclass(frozen=True, slots=True)
class Step:
    """One letter: its word, and whether it is done, current or still to do."""

    word: str
    state: str

    @property
    def letter(self) -> str:
        return self.word[:1]


def steps(current: int, last: Letter) -> list[Step]:
    """The four steps, the current one counted from 1. The last word is that of the policy (C2)."""
    respond = {
        Letter.REGISTER: pgettext("saar", "Register"),
        Letter.REACT_AND_REGISTER: pgettext("saar", "React and register"),
    }.get(last, pgettext("saar", "React"))
    words = [pgettext("saar", "Notice"), pgettext("saar", "Alarm"), pgettext("saar", "App"), respond]
    states = ["done" if number < current else "now" if number == current else "todo" for number in range(1, 5)]
    return [Step(word, state) for word, state in zip(words, states, strict=True)]


def label(shown: list[Step]) -> str:
    """Where we are, in words: "Step 2 of 4: Alarm"."""
    number, step = next((number, step) for number, step in enumerate(shown, 1) if step.state == "now")
    return _("Step %(number)s of 4: %(word)s") % {"number": number, "word": step.word}


def last_letter_in(context: Any) -> Letter:
    """The last letter of the group in a template's context; react where there is none."""
    policy = context.get("policy") or getattr(context.get("group"), "policy", None)
    return policy.last_letter if policy else Letter.REACT
