# SPDX-License-Identifier: EUPL-1.2
"""All letters on paper that wait for a printer."""

from collections.abc import Iterable
from datetime import datetime

from buurtwacht.groups.models import WatchGroup

from .endings import endings_to_print
from .residence import printable


def letters_waiting(groups: Iterable[WatchGroup]) -> tuple[int, int, datetime | None]:
    """How many letters wait, how many can be printed again, and since when the first waits."""
    groups = list(groups)
    codes, endings = printable(groups), endings_to_print(groups)
    again = printable(groups, again=True).count() + endings_to_print(groups, again=True).count()
    since = [*codes.values_list("asked_at", flat=True), *endings.values_list("ended_at", flat=True)]
    return len(since), again, min((moment for moment in since if moment), default=None)
