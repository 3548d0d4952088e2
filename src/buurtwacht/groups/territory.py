# SPDX-License-Identifier: EUPL-1.2
"""Which houses belong to a part of a street? Rules for groups that share one area. Pure questions, no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from buurtwacht.places.names import plain

from .models import StreetRange, WatchGroup

Side = StreetRange.Side


@dataclass(frozen=True, slots=True)
class Numbers:
    """House numbers from `first` to `last`, on one side of the street or on both. None: to the end of the street."""

    first: int
    last: int | None = None
    side: Side = Side.BOTH

    @property
    def is_all(self) -> bool:
        return self.first <= 1 and self.last is None and self.side == Side.BOTH


def numbers_of(part: StreetRange) -> Numbers:
    """The house numbers of a part of a street."""
    return Numbers(part.first_number or 1, part.last_number, Side(part.side))


def holds_number(part: StreetRange, number: int) -> bool:
    """Does this house belong to the part?"""
    numbers = numbers_of(part)
    ends_after = numbers.last is None or number <= numbers.last
    return numbers.first <= number and ends_after and _fits(numbers.side, number)


def holds(part: StreetRange, street: str, number: int | None = None) -> bool:
    """Does this address belong to the part? Without a number, any house of the street will do."""
    return plain(part.street) == plain(street) and (number is None or holds_number(part, number))


def share_houses(one: StreetRange, other: StreetRange) -> bool:
    """Is there a house number that belongs to both parts of the same street?"""
    if plain(one.street) != plain(other.street):
        return False
    mine, theirs = numbers_of(one), numbers_of(other)
    sides = {mine.side, theirs.side} - {Side.BOTH}
    if len(sides) == 2:
        return False
    first = _from(max(mine.first, theirs.first), next(iter(sides), Side.BOTH))
    return all(numbers.last is None or first <= numbers.last for numbers in (mine, theirs))


def left_over(parts: Iterable[StreetRange]) -> list[Numbers]:
    """The house numbers of a street that no part holds, both sides together where they run on together."""
    held = [numbers_of(part) for part in parts]
    odd, even = (_free(held, side) for side in (Side.ODD, Side.EVEN))
    together = [(a, b) for a in odd for b in even if _run_together(a, b)]
    merged = [Numbers(min(a.first, b.first), _later(a, b), Side.BOTH) for a, b in together]
    taken = {numbers for pair in together for numbers in pair}
    alone = [numbers for numbers in (*odd, *even) if numbers not in taken]
    return sorted([*merged, *alone], key=lambda numbers: (numbers.first, numbers.side))


def group_for(
    groups: Sequence[WatchGroup], parts: Sequence[StreetRange], street: str, number: int | None
) -> WatchGroup | None:
    """Whose an address is, of the groups of one area: the first to hold its street, else the first without parts.

    A group with parts has those streets only; a group without any has all that no other holds. None when all have
    parts and nobody has this one.
    """
    holding = {part.group_id for part in parts if street and holds(part, street, number)}
    divided = {part.group_id for part in parts}
    return next((group for group in groups if group.pk in holding), None) or next(
        (group for group in groups if group.pk not in divided), None
    )


def _fits(side: str, number: int) -> bool:
    return side == Side.BOTH or (number % 2 == 0) == (side == Side.EVEN)


def _from(number: int, side: Side) -> int:
    """The first house number on this side that is not lower."""
    return number if _fits(side, number) else number + 1


def _free(held: Sequence[Numbers], side: Side) -> list[Numbers]:
    """What is left of one side: odd or even."""
    covering = sorted((one for one in held if one.side in (side, Side.BOTH)), key=lambda one: one.first)
    free, following = [], _from(1, side)
    for one in covering:
        first = _from(one.first, side)
        if first > following:
            free.append(Numbers(following, first - 2, side))
        if one.last is None:
            return free
        following = max(following, _from(one.last + 1, side))
    return [*free, Numbers(following, None, side)]


def _run_together(odd: Numbers, even: Numbers) -> bool:
    """Do both sides begin and end beside one another?"""
    if (odd.last is None) != (even.last is None):
        return False
    ends = 0 if odd.last is None or even.last is None else abs(odd.last - even.last)
    return abs(odd.first - even.first) == 1 and ends <= 1


def _later(odd: Numbers, even: Numbers) -> int | None:
    return None if odd.last is None or even.last is None else max(odd.last, even.last)
