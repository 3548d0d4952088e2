# SPDX-License-Identifier: EUPL-1.2
"""A drawn signature: the data of one SVG path, and of that only what our own pen writes.

The pen writes "M120 80L122 84L…" in pixels of the screen: whole numbers, M begins a stroke, L goes on. Anything else
was not drawn with it.
"""

import re

WIDTH, HEIGHT = 999, 399
LONGEST = 20_000  # characters
FEWEST_SPOTS = 6  # less is a slip of the finger
LEAST_SPREAD = 30  # how far the strokes reach, wide and high together
MARGIN = 4

_PATH = re.compile(r"(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})+)+", re.ASCII)
_SPOT = re.compile(r"(\d+) (\d+)")


def is_drawing(strokes: str) -> bool:
    """Did our pen write this, on our sheet?"""
    if len(strokes) > LONGEST or not _PATH.fullmatch(strokes):
        return False
    return all(x <= WIDTH and y <= HEIGHT for x, y in _spots(strokes))


def is_signature(strokes: str) -> bool:
    """Is it more than a dot or a slip?"""
    spots = _spots(strokes)
    if len(spots) < FEWEST_SPOTS:
        return False
    across, down = zip(*spots, strict=True)
    spread: int = max(across) - min(across) + max(down) - min(down)
    return spread >= LEAST_SPREAD


def as_svg(strokes: str) -> str:
    """The drawing as a picture, cut to size."""
    across, down = zip(*_spots(strokes), strict=True)
    left, top = min(across) - MARGIN, min(down) - MARGIN
    box = f"{left} {top} {max(across) + MARGIN - left} {max(down) + MARGIN - top}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><path d="{strokes}" fill="none" '
        'stroke="#16232a" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )


def _spots(strokes: str) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in _SPOT.findall(strokes)]
