# SPDX-License-Identifier: EUPL-1.2
"""What somebody told before hearing that a neighbour called already: it goes along to what they add there."""

from typing import Any

from django.http import QueryDict
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.reports.choices import Danger
from buurtwacht.reports.compose import title_of
from buurtwacht.reports.compose.people import person_words
from buurtwacht.reports.compose.vehicles import vehicle_words
from buurtwacht.reports.content import Content
from buurtwacht.reports.forms import DraftForm

from .news import MINUTES_AGO

CARDS = ("person-", "vehicle-")  # how the names of their fields begin, in the form of a report


class Carried:
    """A draft of a report, as far as it fits in one piece of news. Cards are shown in words, and travel along."""

    def __init__(self, data: QueryDict, group: WatchGroup) -> None:
        self._data = data
        self._content: Content = DraftForm(group, data).draft().content

    @property
    def persons(self) -> tuple[Any, ...]:
        return self._content.persons

    @property
    def vehicles(self) -> tuple[Any, ...]:
        return self._content.vehicles

    @property
    def lines(self) -> list[str]:
        """The cards in words."""
        return [*filter(None, map(person_words, self.persons)), *filter(None, map(vehicle_words, self.vehicles))]

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The fields of the cards, to travel along."""
        names = [name for name in self._data if name.startswith(CARDS)]
        return [(name, value) for name in names for value in self._data.getlist(name)] if self.lines else []

    def initial(self) -> dict[str, Any]:
        """What stands in the form of the news to begin with; what was not told is left as it is."""
        told = self._content
        text = told.text or (title_of(Content(behaviours=told.behaviours)) if told.behaviours else "")
        danger = str(Danger(told.danger).label) if told.danger else ""
        words = ". ".join(filter(None, (text.rstrip(". "), danger))) if danger else text
        found = {"text": words, "supposed": told.supposed, "place": told.place, "minutes_ago": self._minutes_ago()}
        return {name: value for name, value in found.items() if value}

    def _minutes_ago(self) -> int:
        if not self._content.seen_at:
            return 0
        minutes = (timezone.now() - self._content.seen_at).total_seconds() / 60
        return min(MINUTES_AGO, key=lambda ago: abs(ago - minutes))
