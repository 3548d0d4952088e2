# SPDX-License-Identifier: EUPL-1.2
"""A row of bars, in units of the drawing."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, GAP = 600, 120, 4


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is for, its figure, and where it stands."""

    label: str
    value: int
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bars:
    """All of them, with the first and the last label below. `aim_y` is the height of the aim, where there is one."""

    bars: tuple[Bar, ...]
    bar_width: float
    aim_y: float | None = None
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def highest(self) -> Bar:
        return max(self.bars, key=lambda bar: bar.value)


def bars_of(values: Sequence[tuple[str, int]], aim: int = 0) -> Bars | None:
    """None when there is nothing to draw. The row is at least as high as the aim."""
    most = max((value for _label, value in values), default=0)
    if not most:
        return None
    most = max(most, aim)
    step = WIDTH / len(values)
    bars = []
    for number, (label, value) in enumerate(values):
        height = HEIGHT * value / most
        bars.append(Bar(label, value, round(number * step, 1), round(HEIGHT - height, 1), round(height, 1)))
    aim_y = round(HEIGHT - HEIGHT * aim / most, 1) if aim else None
    return Bars(tuple(bars), round(max(step - GAP, 1), 1), aim_y)
