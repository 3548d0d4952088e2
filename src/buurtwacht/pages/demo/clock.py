# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo
from typing import Any

from django.utils import timezone

LONG_ENOUGH = 1  # day: what happened less long ago keeps its own hour


def ago(days: float, *, hour: int = 10) -> datetime:
    """So many days ago, by day: at this hour on the clock of the neighbourhood."""
    moment = timezone.localtime() - timedelta(days=days)
    return moment if days < LONG_ENOUGH else moment.replace(hour=hour)


class _AnyMoment(type):
    """What was made by the real class is a moment too."""

    def __instancecheck__(cls, value: Any) -> bool:
        return isinstance(value, datetime)


@contextmanager
def as_if(moment: datetime) -> Iterator[None]:
    """Let the whole program believe that it is another moment, so that the past is made by the same services.

    Also where a field of a model takes the moment by itself. Only for the demo, and only in a process that does
    nothing else.
    """

    class Then(datetime, metaclass=_AnyMoment):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return moment

    names = vars(timezone)
    names["datetime"] = Then
    try:
        yield
    finally:
        names["datetime"] = datetime
