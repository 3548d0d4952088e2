# SPDX-License-Identifier: EUPL-1.2
"""The clock as a drawing: three stairs, one for each step, in lines that can be told apart without colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .clock import Clock, Mark

WIDTH, HEIGHT = 600, 200
SHORTEST = 10.0  # seconds: the least that the axis shows
DASHES = {"handed_over": "", "shown": "9 5", "seen": "2 5"}
_STEPS = (10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200)


@dataclass(frozen=True, slots=True)
class Stair:
    """One line of the chart, as points for an SVG polyline."""

    label: str
    points: str
    dash: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment below the axis: its beginning or its end."""

    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that the template draws, in units of the drawing."""

    stairs: tuple[Stair, ...]
    ticks: tuple[Tick, ...]
    half_y: float
    most_y: float
    width: int = WIDTH
    height: int = HEIGHT


def chart_of(clock: Clock) -> Chart | None:
    """The drawing, or None when there is nothing to draw."""
    times = [seconds for mark in clock.marks for seconds in mark.times]
    if not times:
        return None
    until = _axis(times)
    return Chart(
        stairs=tuple(_stair(mark, clock.people, until) for mark in clock.marks if mark.times),
        ticks=tuple(Tick(duration(until * share)) for share in (0.0, 1.0)),
        half_y=HEIGHT / 2,
        most_y=HEIGHT * 0.1,
    )


def duration(seconds: float | None) -> str:
    """ "3 seconds", "2 minutes": rounded up, as people say it. Empty for never."""
    if seconds is None:
        return ""
    whole = max(-int(-seconds // 1), 0)
    if whole < 120:
        return ngettext("%(count)s second", "%(count)s seconds", whole) % {"count": whole}
    minutes = -(-whole // 60)
    if minutes < 120:
        return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}
    return _("%(count)s hours") % {"count": -(-minutes // 60)}


def _axis(times: Sequence[float]) -> float:
    """Where the axis ends: a round figure that nine in ten of all moments come before."""
    in_order = sorted(times)
    wanted = max(in_order[int(len(in_order) * 0.9) - 1 if len(in_order) > 1 else 0], SHORTEST)
    return next((float(step) for step in _STEPS if step >= wanted), float(_STEPS[-1]))


def _stair(mark: Mark, people: int, until: float) -> Stair:
    points, y = [(0.0, float(HEIGHT))], float(HEIGHT)
    for count, seconds in enumerate(mark.times, 1):
        if seconds > until:
            break
        x = WIDTH * seconds / until
        points.append((x, y))
        y = HEIGHT - HEIGHT * count / people
        points.append((x, y))
    points.append((float(WIDTH), y))
    text = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return Stair(mark.label, text, DASHES[mark.step])
