# SPDX-License-Identifier: EUPL-1.2
"""Which forms can be used now: all of them, but for those of which Meta said otherwise a short while ago."""

import time
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings

from buurtwacht.channels.base import Message

from .forms import SPARE, Form, forms, spoken

BROKEN_FOR = 10 * 60.0  # seconds; then one message tries again
KEPT_FOR = 60 * 60.0  # seconds that the list of Meta counts: asking it is limited to 5,000 times an hour
USABLE = "APPROVED"

Place = tuple[str, str]  # name and language


class Shelf:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._broken: dict[Place, float] = {}
        self._looked_at = float("-inf")

    @property
    def is_old(self) -> bool:
        """Has Meta not been asked for a while?"""
        return self._clock() - self._looked_at > KEPT_FOR

    def look(self, listed: list[dict[str, Any]]) -> None:
        """What Meta says about its templates: what is not approved is not used, until we look again."""
        self._looked_at = self._clock()
        states = {(str(one.get("name")), str(one.get("language"))): str(one.get("status")) for one in listed}
        until = self._looked_at + KEPT_FOR
        ours = ((form.name, language) for form in forms().values() for language in form.wordings)
        self._broken = {place: until for place in ours if states.get(place) != USABLE}

    def breaks(self, form: Form, language: str) -> bool:
        """Meta refused this one. True when that is news."""
        place = (form.name, language)
        is_news = self._broken.get(place, 0.0) < self._clock()
        self._broken[place] = self._clock() + BROKEN_FOR
        return is_news

    def works(self, form: Form, language: str) -> bool:
        """Meta took this one. True when it was broken before."""
        return self._broken.pop((form.name, language), None) is not None

    def for_message(self, message: Message) -> Iterator[tuple[Form, str]]:
        """Forms to try, the best first: its own, the same in the installation's language, and one that says little."""
        own = forms()[message.gist.kind if message.gist else SPARE]
        mine, ours = spoken(message.language), spoken(settings.LANGUAGE_CODE)
        tries = dict.fromkeys((form.gist, language) for form in (own, forms()[SPARE]) for language in (mine, ours))
        for gist, language in tries:
            form = forms()[gist]
            if self._broken.get((form.name, language), 0.0) <= self._clock():
                yield form, language
