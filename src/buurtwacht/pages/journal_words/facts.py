# SPDX-License-Identifier: EUPL-1.2
"""The facts beside a line in words: "reason: I am moving, group: 8f2a". Ids stay ids: they tell things apart."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from buurtwacht.channels.registry import channels
from buurtwacht.lib.clock import full_day

from .codes import code_words
from .fact_names import FACTS

SHORT = 13  # characters of an id that tell two things of one day apart
DAYS = ("first_day", "last_day")


def words_for_facts(action: str, facts: Mapping[str, Any]) -> str:
    """Each fact by its name; a fact of an older version keeps its code."""
    noun = action.partition(".")[0]
    pairs = ((FACTS.get(name, name), _value(noun, name, facts[name])) for name in sorted(facts))
    return ", ".join(_("%(noun)s: %(done)s") % {"noun": name, "done": value} for name, value in pairs)


def short_id(text: str) -> str:
    """An id by its end; anything else as it is."""
    return text[-SHORT + 1 :] if _is_id(text) else text


def _value(noun: str, name: str, value: Any) -> str:
    if value is None:
        return pgettext("journal", "none")
    if isinstance(value, bool):
        return pgettext("journal", "yes") if value else pgettext("journal", "no")
    text = str(value)
    if not isinstance(value, str) or _is_id(text):
        return short_id(text)
    if name == "channel":
        return str(channels()[text].label) if text in channels() else text
    if name in DAYS:
        return full_day(date.fromisoformat(text))
    parts = text.split(".") if name == "fields" else [text]
    return ", ".join(code_words(noun, name, part) for part in parts)


def _is_id(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4
