# SPDX-License-Identifier: EUPL-1.2
"""Where to split a group that is full: its streets with their members, and two halves of neighbouring streets."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

from buurtwacht.places.names import plain
from buurtwacht.places.queries import streets_in

from .models import Membership, WatchGroup
from .queries import members_of

Point = tuple[float, float]  # latitude, longitude


@dataclass(frozen=True, slots=True)
class StreetCount:
    """A street of the group, how many members live there, and where it lies if we know."""

    name: str
    members: int
    point: Point | None


def streets_of(group: WatchGroup) -> list[StreetCount]:
    """The streets of the group by name: those of its members, its street ranges, and else those of its area."""
    members = list(members_of(group))
    names = {plain(name): name for name in _known_names(group, members)}
    counts = Counter(plain(membership.street) for membership in members)
    points = _points(group, members)
    found = [StreetCount(name, counts[key], points.get(key)) for key, name in names.items()]
    return sorted(found, key=lambda street: street.name)


def halves(streets: Sequence[StreetCount]) -> frozenset[str]:
    """The names of streets that together hold about half of the members and lie next to each other.

    The streets are put in order along the longest side of the neighbourhood, and that row is cut in two.
    """
    row = sorted(streets, key=_along(streets))
    total, taken = sum(street.members for street in row), 0
    best, chosen = total, 0
    for place, street in enumerate(row[:-1], start=1):
        taken += street.members
        if abs(total - 2 * taken) < best:
            best, chosen = abs(total - 2 * taken), place
    return frozenset(street.name for street in row[:chosen])


def lives_in(membership: Membership, streets: Iterable[str]) -> bool:
    """Does this member live in one of these streets? Small differences in spelling do not count."""
    return plain(membership.street) in {plain(street) for street in streets}


def _known_names(group: WatchGroup, members: Iterable[Membership]) -> list[str]:
    ranges = list(group.street_ranges.values_list("street", flat=True).distinct())
    of_area = [street.name for street in streets_in(group.area)] if group.area and not ranges else []
    return [membership.street for membership in members if membership.street] + of_area + ranges


def _points(group: WatchGroup, members: Iterable[Membership]) -> dict[str, Point]:
    """The middle of the homes in each street; where there are none, the point of the street itself."""
    homes: dict[str, list[Point]] = defaultdict(list)
    for membership in members:
        if membership.home:
            homes[plain(membership.street)].append((membership.home["latitude"], membership.home["longitude"]))
    found = {street: _middle(points) for street, points in homes.items()}
    if group.area:
        for street in streets_in(group.area):
            found.setdefault(plain(street.name), (street.latitude, street.longitude))
    return found


def _middle(points: Sequence[Point]) -> Point:
    return sum(point[0] for point in points) / len(points), sum(point[1] for point in points) / len(points)


def _along(streets: Sequence[StreetCount]) -> "_Order":
    """How far a street lies along the longer side, from north or west; streets without a place come last, by name."""
    points = [street.point for street in streets if street.point]
    if not points:
        return _Order(0, 0)
    squeeze = cos(radians(points[0][0]))
    height = max(point[0] for point in points) - min(point[0] for point in points)
    width = (max(point[1] for point in points) - min(point[1] for point in points)) * squeeze
    return _Order(-1, 0) if height > width else _Order(0, 1)


@dataclass(frozen=True, slots=True)
class _Order:
    """Sorts streets by their place on a line over the map."""

    north: int
    east: int

    def __call__(self, street: StreetCount) -> tuple[bool, float, str]:
        point = street.point
        place = self.north * point[0] + self.east * point[1] if point else 0.0
        return point is None, place, street.name
