# SPDX-License-Identifier: EUPL-1.2
"""What does not fit about the territories of groups."""

from dataclasses import dataclass, field

from buurtwacht.places.models import Area

from .models import StreetRange, WatchGroup
from .territory import Numbers


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two groups of which the areas lie over one another, by so many percent of the smaller one."""

    first: WatchGroup
    second: WatchGroup
    percent: float


@dataclass(frozen=True, slots=True)
class StreetOverlap:
    """Two groups of one area that both have these houses."""

    first: StreetRange
    second: StreetRange


@dataclass(frozen=True, slots=True)
class Gap:
    """An area of which so many percent has no group. Of a larger area, what its parts do not hold."""

    area: Area
    percent: float


@dataclass(frozen=True, slots=True)
class StreetGap:
    """Houses of a street that no group has, in an area where every group has streets of its own."""

    area: Area
    street: str
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class Fit:
    """Everything that does not fit. Empty means that every house has one group."""

    overlaps: list[Overlap] = field(default_factory=list)
    street_overlaps: list[StreetOverlap] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    street_gaps: list[StreetGap] = field(default_factory=list)
    unknown_streets: list[StreetRange] = field(default_factory=list)  # a name that no street of the area has

    @property
    def is_whole(self) -> bool:
        return not (self.overlaps or self.street_overlaps or self.gaps or self.street_gaps or self.unknown_streets)
