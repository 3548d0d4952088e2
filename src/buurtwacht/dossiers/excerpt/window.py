# SPDX-License-Identifier: EUPL-1.2
"""The messages of an export that were said around an incident. Times in an export are those of the telephone."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, tzinfo
from typing import BinaryIO

from django.utils.translation import gettext as _

from buurtwacht.dossiers.exports.kinds import DELETED, MEDIA, SYSTEM
from buurtwacht.dossiers.exports.moments import Order
from buurtwacht.dossiers.exports.reader import Chat, chat_in
from buurtwacht.dossiers.exports.words import told_politely
from buurtwacht.lib.errors import DomainError
from buurtwacht.reports.models import Report

from .names import Shown

AROUND = timedelta(minutes=15)
LONGEST = timedelta(days=1)  # or else a time of day would not say which day
MOST_LINES = 300  # what somebody can look through line by line
MOST_CHARACTERS = 2000  # of one message
MOST_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Said:
    """One message, as the police may read it: the local time, who, and the words."""

    at: str
    who: str
    words: str

    @property
    def clock(self) -> str:
        return self.at[11:16]


class DayOrMonth(DomainError):
    """Somebody has to say whether the day or the month comes first."""


def usual_window(report: Report) -> tuple[datetime, datetime]:
    """From a quarter of an hour before the report was shared until a quarter after it was closed."""
    start, end = report.shared_at or report.seen_at, report.closed_at or report.last_news_at
    return start - AROUND, end + AROUND


def messages_between(
    file: BinaryIO, start: datetime, end: datetime, *, zone: tzinfo, order: Order | None
) -> list[Said]:
    """What was said in this window. Raises `DomainError`: not a chat, nothing said, too much, or `DayOrMonth`."""
    with told_politely():
        chat = dated(chat_in(file, order))
        found = _between(chat, *_by_the_clock(start.astimezone(zone), end.astimezone(zone)))
    if not found:
        raise DomainError(_("Nothing was said in the group between these times. Choose other times."))
    return found


def dated(chat: Chat) -> Chat:
    """The same chat, when it is clear how its dates are meant. Raises `DayOrMonth`."""
    if chat.questions:
        raise DayOrMonth(
            _("In %(date)s, is the first number the day or the month? Choose it, and choose the file once more.")
            % {"date": chat.questions[0].example}
        )
    return chat


def too_many(number: int) -> DomainError:
    """More than somebody can look through, or than a page can carry."""
    return DomainError(
        _("More than %(number)s messages were sent between these times. Choose a shorter time.") % {"number": number}
    )


def plain(lines: list[Said]) -> list[dict[str, str]]:
    return [asdict(line) for line in lines]


def _between(chat: Chat, start: str, end: str) -> list[Said]:
    shown, found = Shown(), []
    for at, author, kind, text, _attachment in chat.rows():
        if at is None or author is None or kind == SYSTEM or not start <= at <= end:
            continue
        found.append(Said(at, shown.name(author), _words(kind, shown.words(text))))
        if len(found) > MOST_LINES:
            raise too_many(MOST_LINES)
    return found


def _words(kind: str, text: str) -> str:
    if kind == DELETED:
        return _("(taken back)")
    words = " / ".join(text.splitlines())[:MOST_CHARACTERS]
    return f"{_('(photo or file)')} {words}".strip() if kind == MEDIA else words


def _by_the_clock(start: datetime, end: datetime) -> tuple[str, str]:
    """As an export has it: without a zone, down to the second.

    Where the clock went back in between, an export does not say before or after: an hour more on both sides is shown.
    """
    back = max((start.utcoffset() or timedelta()) - (end.utcoffset() or timedelta()), timedelta())
    first, last = (moment.replace(tzinfo=None, microsecond=0) for moment in (start, end))
    return (first - back).isoformat(), (last + back).isoformat()
