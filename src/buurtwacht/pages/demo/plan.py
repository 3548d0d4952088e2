# SPDX-License-Identifier: EUPL-1.2
"""The plan of a made-up neighbourhood, in metres from its north-west corner. Each demo group lives on a copy of it."""

from collections.abc import Iterator, Sequence

Spot = tuple[float, float]  # metres to the east, metres to the south

WIDE, HIGH = 800, 560
# Three streets from west to east, then three from north to south, each as a cubic Bézier curve.
CURVES: Sequence[Sequence[Spot]] = [
    [(0, 168), (190, 150), (420, 190), (800, 152)],
    [(0, 320), (200, 300), (430, 350), (800, 308)],
    [(0, 470), (240, 470), (480, 490), (800, 454)],
    [(150, 0), (140, 160), (170, 330), (152, 560)],
    [(440, 0), (450, 150), (430, 330), (445, 560)],
    [(640, 0), (650, 180), (632, 300), (640, 560)],
]
ALLEY: Sequence[Spot] = [(172, 246), (260, 238), (340, 252), (424, 248)]
PARK: Sequence[Spot] = [(468, 190), (540, 182), (614, 188), (611, 290), (540, 301), (466, 296)]
WATER: Sequence[Spot] = [(0, 541), (200, 528), (420, 546), (620, 555), (800, 538)]
ROWS = [(25, 64), (115, 24), (195, 24), (268, 24), (352, 24), (425, 24), (498, 22)]  # from where, and how deep
STEP, HOUSE = 34, 28
STREET_EVERY = [(124, 184), (412, 474), (612, 672)]  # where a street from north to south leaves no house


def curve(corners: Sequence[Spot], pieces: int = 8) -> list[Spot]:
    """Points along a cubic Bézier curve."""
    return [_on(corners, step / pieces) for step in range(pieces + 1)]


def houses() -> Iterator[list[Spot]]:
    """The corners of each house, row by row; none in a street and none in the park."""
    for number, (top, deep) in enumerate(ROWS):
        for left in range(6, WIDE - HOUSE, STEP):
            right, bottom = left + HOUSE - (left + number) % 4, top + deep - (left // STEP + number) % 5
            if not _is_open(left, right, top):
                yield [(left, top), (right, top), (right, bottom), (left, bottom)]


def _is_open(left: float, right: float, top: float) -> bool:
    in_street = any(left < end and right > start for start, end in STREET_EVERY)
    in_park = 440 < left < 616 and 180 < top < 300
    return in_street or in_park


def _on(corners: Sequence[Spot], at: float) -> Spot:
    left = 1 - at
    weights = (left**3, 3 * left**2 * at, 3 * left * at**2, at**3)
    across = sum(weight * spot[0] for weight, spot in zip(weights, corners, strict=True))
    down = sum(weight * spot[1] for weight, spot in zip(weights, corners, strict=True))
    return across, down
