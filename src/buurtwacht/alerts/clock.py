# SPDX-License-Identifier: EUPL-1.2
"""The clock on an alert: promised, handed over, shown, seen, for every neighbour and channel."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from buurtwacht.channels.registry import channels
from buurtwacht.delivery.queries import Told
from buurtwacht.reports.models import Report

from .models import Acknowledgement
from .queries import first_alert
from .rules import HALF, MOST, time_for_share


@dataclass(frozen=True, slots=True)
class Line:
    """One neighbour on one channel, in seconds after the promise; None is not, or not yet. It names nobody."""

    channel: str
    handed_over: float | None
    shown: float | None
    seen: float | None


@dataclass(frozen=True, slots=True)
class Mark:
    """One step of the alert: how many came so far, and after how many seconds half and most of all had."""

    step: str
    label: str
    count: int
    half: float | None
    most: float | None
    times: tuple[float, ...]  # of each neighbour, in order: for the chart


@dataclass(frozen=True, slots=True)
class ByChannel:
    """The same steps for those who were told on one channel."""

    label: str
    people: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """How fast everybody knew. Empty when nobody was alerted."""

    sent_at: datetime | None
    people: int
    marks: tuple[Mark, ...]
    by_channel: tuple[ByChannel, ...]
    lines: tuple[Line, ...]


def alert_clock(report: Report) -> Clock:
    """The clock of the first alert of this report. An answer counts as seen."""
    told = first_alert(report)
    if not told:
        return Clock(None, 0, (), (), ())
    sent_at = told[0].intended_at
    answered = _answered_at(report)
    lines: list[Line] = []
    by_person: dict[object, list[Line]] = defaultdict(list)
    for one in told:
        line = _line(one, sent_at, answered.get(one.person_id))
        lines.append(line)
        by_person[one.person_id].append(line)
    people = [_first_of(some) for some in by_person.values()]
    return Clock(sent_at, len(people), _marks(people), tuple(_by_channel(people)), tuple(lines))


def _line(one: Told, sent_at: datetime, answered_at: datetime | None) -> Line:
    seen_at = min(filter(None, (one.seen_at, answered_at)), default=None)
    shown_at = min(filter(None, (one.shown_at, seen_at)), default=None)
    return Line(one.channel, *(_seconds(sent_at, at) for at in (one.handed_over_at, shown_at, seen_at)))


def _first_of(lines: Sequence[Line]) -> Line:
    """A person with several devices counts once, at the first of each."""
    first = [_earliest(getattr(line, step) for line in lines) for step in ("handed_over", "shown", "seen")]
    reached = [line for line in lines if line.handed_over is not None]
    return Line((reached or lines)[0].channel, *first)


def _marks(lines: Sequence[Line]) -> tuple[Mark, ...]:
    steps = (("handed_over", _("Handed over")), ("shown", _("On the screen")), ("seen", _("Seen")))
    return tuple(_mark(step, label, lines) for step, label in steps)


def _mark(step: str, label: str, lines: Sequence[Line]) -> Mark:
    times = sorted(seconds for line in lines if (seconds := getattr(line, step)) is not None)
    half, most = (time_for_share(times, share, len(lines)) for share in (HALF, MOST))
    return Mark(step, label, len(times), half, most, tuple(times))


def _by_channel(people: Sequence[Line]) -> Iterable[ByChannel]:
    installed = channels()
    kinds: dict[str, list[Line]] = defaultdict(list)
    for line in people:
        kinds[line.channel].append(line)
    for kind, lines in sorted(kinds.items(), key=lambda pair: -len(pair[1])):
        label = str(installed[kind].label) if kind in installed else kind
        yield ByChannel(label, len(lines), _marks(lines))


def _answered_at(report: Report) -> dict[object, datetime]:
    return dict(Acknowledgement.objects.filter(report=report).values_list("person_id", "at"))


def _seconds(start: datetime, end: datetime | None) -> float | None:
    return None if end is None else max((end - start).total_seconds(), 0.0)


def _earliest(times: Iterable[float | None]) -> float | None:
    return min((seconds for seconds in times if seconds is not None), default=None)
