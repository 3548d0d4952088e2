# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to know: a few words, and a sentence or two. `%(number)s` is the emergency number of the policy."""

    title: Words
    text: Words


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A text of one page. `code` stands in the address and in what is noted as read."""

    code: str
    title: Words
    lead: Words
    points: tuple[Point, ...]
    icon: str

    def lines(self, number: str) -> list[tuple[str, str]]:
        """The points in the language that is active, with this emergency number."""
        return [(str(point.title), str(point.text) % {"number": number}) for point in self.points]
