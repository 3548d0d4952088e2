# SPDX-License-Identifier: EUPL-1.2
"""What is kept about somebody, in words that people read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from buurtwacht.channels.registry import channels
from buurtwacht.lib import clock
from buurtwacht.privacy.declare import Declaration, Words


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of thing that is kept: what, why, how long, and the rows themselves."""

    what: Words
    why: Words
    how_long: str
    rows: list[list[tuple[Words, str]]]


def shown(kept: Iterable[tuple[Declaration, list[dict[str, Any]]]]) -> list[Kept]:
    """Ready for a page. Fields without a label, and empty ones, are in the export only."""
    return [
        Kept(what=one.what, why=one.why, how_long=_how_long(one), rows=[_row(one, row) for row in rows])
        for one, rows in kept
    ]


def _row(declaration: Declaration, row: dict[str, Any]) -> list[tuple[Words, str]]:
    pairs = ((label, value_in_words(row.get(name))) for name, label in declaration.labels.items())
    return [(label, words) for label, words in pairs if words]


def _how_long(declaration: Declaration) -> str:
    if declaration.kept_for is None:
        return _("As long as you take part.")
    return _("At most %(days)s days after it is no longer needed.") % {"days": declaration.kept_for.days}


def value_in_words(value: Any) -> str:
    """A value as somebody reads it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return clock.when(value)
    if isinstance(value, date):
        return clock.day(value)
    channel = channels().get(str(value))
    return str(channel.label if channel else value)
