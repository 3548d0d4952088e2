# SPDX-License-Identifier: EUPL-1.2
"""What leaves a group never says who: small numbers are told as "fewer than 5", larger ones in fives.

In fives, so that nobody finds a small number by taking one figure from another.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

FEWEST = 5  # statistics offices tell no smaller number of people; CBS and Statbel do the same


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as it may be read: exact, about, or only that it is small. `value` is None when it was not counted."""

    value: int | None
    is_small: bool = False
    is_about: bool = False

    def __str__(self) -> str:
        if self.value is None:
            return "–"
        if self.is_small:
            return _("fewer than %(number)s") % {"number": FEWEST}
        return _("about %(number)s") % {"number": self.value} if self.is_about else str(self.value)

    @property
    def written(self) -> str:
        """As a file holds it: a number, "<5", or nothing."""
        if self.value is None:
            return ""
        return f"<{FEWEST}" if self.is_small else str(self.value)


def confided(value: int | None, people: int | None) -> Figure:
    """What some of so many people said: nothing where there are few of them, or one would know who said it."""
    return rough(value) if (people or 0) >= FEWEST else Figure(None)


def exact(value: int | None) -> Figure:
    """For the group itself, and for what is about nobody."""
    return Figure(value)


def rough(value: int | None) -> Figure:
    """For outside the group. Nothing at all is told as 0: it is about nobody."""
    if not value:
        return Figure(value)
    if value < FEWEST:
        return Figure(0, is_small=True)
    return Figure(FEWEST * round(value / FEWEST), is_about=True)
