# SPDX-License-Identifier: EUPL-1.2
"""The figures, one by one: the key under which each is kept and handed out, and what it counts.

What each of them means, where it comes from and what it does not say stands in docs/figures.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Part(StrEnum):
    """Under which heading a figure stands."""

    QUIET = "quiet"
    PEOPLE = "people"
    FAIR = "fair"
    ORDER = "order"  # moderation


@dataclass(frozen=True, slots=True)
class Column:
    """One figure. One that is `close` to somebody is never told exactly outside the group, see small.py.

    What somebody `confided` on leaving is told neither by the month nor of few, and of whole calendar years only:
    everybody knows who left, and who takes one figure from the next would know why.
    """

    key: str
    part: Part
    label: str | Promise
    close: bool = False
    confided: bool = False
    adds_up: bool = True  # over months and over groups


_QUIET = (
    Column("alarms", Part.QUIET, _("Alarms to the whole group")),
    Column("reports", Part.QUIET, _("Reports")),
    Column("supplements", Part.QUIET, _("Additions by neighbours")),
    Column("closed", Part.QUIET, _("Reports closed")),
    Column("false_alarms", Part.QUIET, _("False alarms"), close=True),
    Column("withdrawn", Part.QUIET, _("Reports withdrawn"), close=True),
    Column("minutes_to_close", Part.QUIET, _("Minutes until closed (half took less)"), adds_up=False),
    Column("texts", Part.QUIET, _("Texts sent")),
    Column("hints_shown", Part.QUIET, _("Advice about words shown")),
    Column("hints_changed", Part.QUIET, _("Advice taken")),
    Column("hints_kept", Part.QUIET, _("Sent without taking the advice")),
    Column("off_topic_changed", Part.QUIET, _("Off topic, changed after advice")),
    Column("off_topic_kept", Part.QUIET, _("Off topic, sent all the same")),
)
_PEOPLE = (
    Column("members", Part.PEOPLE, _("Members at the end of the month"), adds_up=False),
    Column("joined", Part.PEOPLE, _("Neighbours who joined"), close=True),
    Column("leavers", Part.PEOPLE, _("Neighbours who left"), close=True),
    Column("left_moved", Part.PEOPLE, _("Left: moving house"), close=True, confided=True),
    Column("left_too_many", Part.PEOPLE, _("Left: too many messages"), close=True, confided=True),
    Column("left_too_few", Part.PEOPLE, _("Left: nothing happens here"), close=True, confided=True),
    Column("left_unsafe", Part.PEOPLE, _("Left: felt less safe"), close=True, confided=True),
    Column("left_quarrel", Part.PEOPLE, _("Left: the tone, or a quarrel"), close=True, confided=True),
    Column("left_removed", Part.PEOPLE, _("Left: removed"), close=True),
    Column("left_other", Part.PEOPLE, _("Left: something else"), close=True, confided=True),
    Column("left_unsaid", Part.PEOPLE, _("Left: did not say why"), close=True, confided=True),
)
_FAIR = (
    Column("described", Part.FAIR, _("Texts that were weighed")),
    Column("with_behaviour", Part.FAIR, _("Texts that say what somebody does")),
    Column("with_looks", Part.FAIR, _("Texts that describe somebody")),
    Column("traits", Part.FAIR, _("Traits told, skin colour not counted")),
    Column("with_skin_colour", Part.FAIR, _("Texts with skin colour"), close=True),
    Column("skin_colour_early", Part.FAIR, _("Skin colour before behaviour and two traits"), close=True),
    Column("only_looks", Part.FAIR, _("Texts with nothing but looks")),
)
_ORDER = (
    Column("flags", Part.ORDER, _("Texts flagged by neighbours"), close=True),
    Column("nudges", Part.ORDER, _("Private nudges to writers"), close=True),
    Column("nudges_heeded", Part.ORDER, _("Changed or taken back after a nudge"), close=True),
    Column("hidden", Part.ORDER, _("Texts hidden"), close=True),
    Column("cases", Part.ORDER, _("Cases opened"), close=True),
    Column("cases_passed_on", Part.ORDER, _("Cases passed on to who answers for the organisation"), close=True),
    Column("warnings", Part.ORDER, pgettext_lazy("figures", "Warnings and reprimands"), close=True),
    Column("suspensions", Part.ORDER, pgettext_lazy("figures", "Suspensions"), close=True),
    Column("removals", Part.ORDER, pgettext_lazy("figures", "Removals"), close=True),
    Column("appeals", Part.ORDER, pgettext_lazy("figures", "Appeals"), close=True),
    Column("appeals_granted", Part.ORDER, _("Appeals that changed the measure"), close=True),
    Column("bans_met", Part.ORDER, _("Returns stopped by a ban"), close=True),
)
COLUMNS = (*_QUIET, *_PEOPLE, *_FAIR, *_ORDER)
BY_KEY = {column.key: column for column in COLUMNS}


CONFIDED = tuple(column for column in COLUMNS if column.confided)


def columns_of(part: Part) -> Iterator[Column]:
    """Those under one heading; what was confided stands under one of its own."""
    return (column for column in COLUMNS if column.part is part and not column.confided)


def without_confided(counts: Mapping[str, int]) -> dict[str, int]:
    """The counts of a month that still runs: a reason would appear the moment when one more neighbour leaves."""
    return {key: value for key, value in counts.items() if not (key in BY_KEY and BY_KEY[key].confided)}
