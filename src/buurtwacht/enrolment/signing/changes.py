# SPDX-License-Identifier: EUPL-1.2
"""What reads differently now, point by point, in words."""

from dataclasses import dataclass

from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person

from .queries import points_agreed_before
from .texts import Point, text_for
from .texts.house_rules import subject_of


@dataclass(frozen=True, slots=True)
class Change:
    """One point before and after; one of the two lacks when it was added or dropped."""

    before: Point | None
    after: Point | None


def changes_for(person: Person, group: WatchGroup, kind: str) -> list[Change]:
    """Between what this person agreed to last and what holds now. Nothing for who never agreed to anything."""
    before = points_agreed_before(person, group, kind)
    return differences(before, text_for(kind, group).points) if before else []


def differences(before: tuple[Point, ...], after: tuple[Point, ...]) -> list[Change]:
    """Changed points, in the order of the new text; then what was dropped."""
    old = {subject_of(point.key): point for point in before}
    new = {subject_of(point.key): point for point in after}
    changed = [Change(old.get(subject), point) for subject, point in new.items() if not _same(old.get(subject), point)]
    return changed + [Change(point, None) for subject, point in old.items() if subject not in new]


def _same(before: Point | None, after: Point) -> bool:
    return before is not None and (before.lead, before.words) == (after.lead, after.words)
