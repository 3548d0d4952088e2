# SPDX-License-Identifier: EUPL-1.2
"""Lines inside a message that look like the head of a message: somebody pasted a piece of another export.

WhatsApp writes in the order of its server, so that a chat hardly ever steps back in time. Heads with a name that are
more than a quarter of an hour older than the message before them, in order among themselves, not all by who wrote that
message, with the chat going on as before a little later, were pasted. So was a head with a day or a time that does not
exist. In the night in which the clock goes back an hour comes twice. A chat that steps back time and again was put
together by somebody: in it nothing is taken for pasted, since a message must not get lost in another one.
"""

from datetime import datetime, timedelta
from typing import Any

from .layout import Layout
from .refusals import Reason, Refused

Head = tuple[str | None, str | None, str, str, str]  # at, author, body, and date and time as they stand in the file
Columns = list[list[Any]]  # the same of many heads: all moments, all authors, all bodies, all dates, all times

MORE_THAN_A_BLIP = timedelta(minutes=15)  # as far as the clock of a telephone may be wrong
HOUR_TWICE = timedelta(hours=1)
AUTUMN, SUNDAY, MORNING = (10, 11), 6, 4  # in Europe in October, in America in November, before four o'clock
LONGEST_PASTE = 20  # heads
HEADS_PER_STEP = 20  # a chat that steps back more often than this, and more than once, keeps no order
LONGEST_MESSAGE = 1 << 22  # characters; WhatsApp takes 65,536


class Sorter:
    """Takes the heads of each block, gives them back when it is certain where each message ends."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.open: list[Head] = []
        self.is_in_order = True  # until the chat starts anew, as in two exports in one file

    def take(self, lead: str, columns: Columns) -> Columns:
        """`lead` is what the block holds before its first head: the rest of the message that is open."""
        if lead and self.open:
            self.open[-1] = _longer(self.open[-1], lead)
        for column, values in zip(columns, zip(*self.open, strict=True), strict=False):
            column[:0] = values
        if columns[0] and _is_in_order(columns[0]):
            last: Any = tuple(column.pop() for column in columns)
            self.open = [last]
            return columns
        waiting: list[Head] = list(zip(*columns, strict=True))
        self.is_in_order = self.is_in_order and _keeps_order(waiting)
        return _columns(self._sorted(waiting, is_end=False))

    def finish(self) -> Columns:
        """What was still open when the file ended."""
        waiting, self.open = self.open, []
        return _columns(self._sorted(waiting, is_end=True))

    def _sorted(self, waiting: list[Head], *, is_end: bool) -> list[Head]:
        certain: list[Head] = []
        place = 0
        while place < len(waiting):
            head = waiting[place]
            until = self._end_of_paste(certain[-1], waiting, place, is_end) if certain else place
            if until is None:
                break
            for pasted in waiting[place:until]:
                certain[-1] = _longer(certain[-1], "\n" + self._as_written(pasted))
            if until == place:
                certain.append(head)
            place = max(until, place + 1)
        if is_end:
            return certain
        self.open = certain[-1:] + waiting[place:]
        return certain[:-1]

    def _end_of_paste(self, before: Head, waiting: list[Head], place: int, is_end: bool) -> int | None:
        """Where the paste that starts here ends; `place` itself when this is a message; None when it is too early."""
        if waiting[place][0] is None:
            return place + 1
        if not self.is_in_order or not _steps_back(before, waiting[place]):
            return place
        limit = place + LONGEST_PASTE
        for later in range(place + 1, min(limit, len(waiting))):
            if (waiting[later][0] or "") >= (before[0] or ""):
                return later if _is_somebody_elses(before, waiting[place:later]) else place
            if _steps_back(waiting[later - 1], waiting[later]):
                return place
        if len(waiting) < limit:
            return place if is_end else None
        self.is_in_order = False
        return place

    def _as_written(self, head: Head) -> str:
        _at, author, body, date, time = head
        return self.layout.words(date, time, author) + body


def _is_in_order(moments: list[Any]) -> bool:
    return None not in moments and moments == sorted(moments)


def _columns(heads: list[Head]) -> Columns:
    return [list(column) for column in zip(*heads, strict=True)] or [[], [], [], [], []]


def _keeps_order(heads: list[Head]) -> bool:
    steps = sum(map(_steps_back, heads, heads[1:]))
    return steps <= 1 or steps * HEADS_PER_STEP <= len(heads)


def _is_somebody_elses(before: Head, pasted: list[Head]) -> bool:
    return any(head[1] != before[1] for head in pasted)


def _steps_back(before: Head, head: Head) -> bool:
    if not before[0] or not head[0] or before[1] is None or head[1] is None:
        return False
    then, now = datetime.fromisoformat(before[0]), datetime.fromisoformat(head[0])
    is_autumn_night = now.month in AUTUMN and now.weekday() == SUNDAY and then.hour < MORNING
    return then - now > (HOUR_TWICE if is_autumn_night else MORE_THAN_A_BLIP)


def _longer(head: Head, more: str) -> Head:
    at, author, body, date, time = head
    if len(body) + len(more) > LONGEST_MESSAGE:
        raise Refused(Reason.NO_CHAT)
    return at, author, body + more, date, time
