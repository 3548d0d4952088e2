# SPDX-License-Identifier: EUPL-1.2
"""What reads differently now, point by point, in words. Pure."""

from dataclasses import dataclass

from buurtwacht.groups.material import MINOR

from .texts import Point
from .texts.house_rules import subject_of


@dataclass(frozen=True, slots=True)
class Change:
    """One point before and after; one of the two lacks when it was added or dropped."""

    before: Point | None
    after: Point | None

    @property
    def is_minor(self) -> bool:
        """Is it about how the group is run, so that nobody has to agree again?"""
        point = self.after or self.before
        return point is not None and subject_of(point.key) in MINOR


def differences(before: tuple[Point, ...], after: tuple[Point, ...]) -> list[Change]:
    """Changed points, in the order of the new text; then what was dropped."""
    old = {subject_of(point.key): point for point in before}
    new = {subject_of(point.key): point for point in after}
    changed = [Change(old.get(subject), point) for subject, point in new.items() if not _same(old.get(subject), point)]
    return changed + [Change(point, None) for subject, point in old.items() if subject not in new]


def _same(before: Point | None, after: Point) -> bool:
    return before is not None and (before.lead, before.words) == (after.lead, after.words)
