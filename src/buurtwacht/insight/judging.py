# SPDX-License-Identifier: EUPL-1.2
"""What a month says beside its aim, and one sentence of advice where it is off. Pure.

"Fewer than two alarms per member per month" is the aim of R141. The other aims are ours: starting points to talk about.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .small import FEWEST

MOST_ALARMS = 2  # in a month a member gets fewer than this (R141)
MOST_OFF_TOPIC = 10  # per cent of all texts
MOST_FALSE = 25  # per cent of the reports that were closed
LONGEST_OPEN = 120  # minutes: an hour of silence, half an hour of grace, and some time before it
MOST_LEAVERS = 2  # per cent of the members in one month

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """One figure in words, its aim, and what helps when it is off. `advice` is empty when it is well."""

    label: str
    value: str
    aim: str = ""
    is_off: bool = False
    advice: str = ""


def percent(part: int, whole: int) -> int | None:
    """None where there is nothing to take a part of."""
    return round(100 * part / whole) if whole else None


def judged(counts: Counts) -> list[Judged]:
    """The figures of one month that say how quiet a group is, in the order of the page."""
    return [found for judge in _JUDGES if (found := judge(counts))]


def _alarms(counts: Counts) -> Judged:
    alarms, members = counts.get("alarms", 0), counts.get("members", 0)
    said = _("%(count)s for each member") % {"count": alarms}
    return Judged(
        _("Alarms this month"),
        said if members else str(alarms),
        _("fewer than %(count)s") % {"count": MOST_ALARMS},
        alarms >= MOST_ALARMS,
        _("Look at the reports together: was somebody in sight, and had somebody called?"),
    )


def _off_topic(counts: Counts) -> Judged | None:
    share = percent(counts.get("off_topic_kept", 0), counts.get("texts", 0))
    if share is None:
        return None
    return Judged(
        _("Off topic"),
        _("%(percent)s %% of all texts") % {"percent": share},
        _("less than %(percent)s %%") % {"percent": MOST_OFF_TOPIC},
        share >= MOST_OFF_TOPIC,
        _("Remind everybody of the house rules, kindly. Does it go on? Choose announcements only for a while."),
    )


def _additions(counts: Counts) -> Judged | None:
    reports, added = counts.get("reports", 0), counts.get("supplements", 0)
    if not reports:
        return None
    return Judged(_("Additions for each report"), number_format(added / reports, 1))


def _false(counts: Counts) -> Judged | None:
    share = percent(counts.get("false_alarms", 0), counts.get("closed", 0))
    if share is None:
        return None
    return Judged(
        _("False alarms"),
        _("%(percent)s %% of what was closed") % {"percent": share},
        _("less than %(percent)s %%") % {"percent": MOST_FALSE},
        share >= MOST_FALSE,
        _("Nobody did wrong by calling. Talk at a meeting about what makes something suspicious: what somebody does."),
    )


def _open(counts: Counts) -> Judged | None:
    minutes = counts.get("minutes_to_close", 0)
    if not counts.get("closed"):
        return None
    return Judged(
        _("Until a report is closed"),
        ngettext("half within %(count)s minute", "half within %(count)s minutes", minutes) % {"count": minutes},
        _("within %(count)s minutes") % {"count": LONGEST_OPEN},
        minutes > LONGEST_OPEN,
        _("Close a report when the police have been or nothing more is seen. Neighbours sleep better when it is over."),
    )


def _leavers(counts: Counts) -> Judged | None:
    left, members = counts.get("leavers", 0), counts.get("members", 0)
    said = counts if left >= FEWEST else {}  # why one or two left is nobody's business
    moved = said.get("left_moved", 0)
    share = percent(left - moved, members)
    if share is None:
        return None
    return Judged(
        _("Neighbours who left"),
        _("%(count)s of %(members)s") % {"count": left, "members": members},
        _("at most %(percent)s %%, moving house apart") % {"percent": MOST_LEAVERS},
        share > MOST_LEAVERS or bool(said.get("left_too_many") or said.get("left_quarrel")),
        _why_they_left(said),
    )


def _why_they_left(counts: Counts) -> str:
    noise, tone = counts.get("left_too_many", 0), counts.get("left_quarrel", 0)
    if not (noise or tone):
        return _(
            "Many left this month. Ask one of them what would have helped, "
            "and read the house rules again with that in mind."
        )
    if tone > noise:
        return _("Somebody left because of the tone. Ask a moderator to look along, and answer flags soon.")
    return _(
        "Somebody left because of the number of messages. Fewer, shorter and only what goes on now: that keeps people."
    )


_JUDGES: tuple[Callable[[Counts], Judged | None], ...] = (_alarms, _off_topic, _additions, _false, _open, _leavers)
