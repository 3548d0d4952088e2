# SPDX-License-Identifier: EUPL-1.2
"""Terms and texts of the law, and what an answer may not tell. No database."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from buurtwacht.outreach.models import RightsRequest

ANSWER_MONTHS = 1  # GDPR, article 12, paragraph 3
MORE_MONTHS = 2  # the same: where a request is complex, or there are many
KEPT_FOR = timedelta(days=365)  # after the answer, to be able to show what was done (GDPR, article 5, paragraph 2)
UNPROVEN_FOR = timedelta(days=1)
REMIND = (timedelta(days=7), timedelta(days=1))  # before the term ends
LONGEST_UNDER_WAY = timedelta(days=365)  # a letter that came longer ago is a day typed wrong
AROUND = timedelta(days=1)  # reports of one day before and after: people mistake a day
SHORTEST_STREET = 4  # signs: with less a search would find a whole town

_AUTHORITIES = {
    "nl": ("Autoriteit Persoonsgegevens", "https://autoriteitpersoonsgegevens.nl"),
    "be": ("Gegevensbeschermingsautoriteit", "https://www.gegevensbeschermingsautoriteit.be"),
}


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last: 31 January and one month is 28 or 29 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due_on(received: date, *, prolonged: bool = False) -> date:
    """The last day on which an answer is in time."""
    return months_after(received, ANSWER_MONTHS + (MORE_MONTHS if prolonged else 0))


def refusal_of_day(received: date, today: date) -> str | None:
    """Why a letter cannot have come on this day, or `None`."""
    if received > today:
        return _("This day is still to come.")
    if received < today - LONGEST_UNDER_WAY:
        return _("This is more than a year ago. Look at the day once more.")
    return None


def authority_of(country: str) -> tuple[str, str]:
    """Where somebody complains about an answer, and its site: the authority of the country of the policy."""
    name, site = _AUTHORITIES.get(country, _AUTHORITIES["nl"])
    if country == "be":
        name = _("Data Protection Authority of Belgium")
    return name, site


def reminders_due(due: date, today: date) -> int:
    """How many of the reminders should have gone out by today."""
    return sum(due - before <= today for before in REMIND)


def refusal_to_prolong(request: RightsRequest, today: date) -> str | None:
    """Why the term cannot be prolonged, or `None`: once only, and told within the first month."""
    if request.answered_at:
        return _("This request has been answered.")
    if request.prolonged_at:
        return _("The term was prolonged before. The law allows that once.")
    if request.due_on is None or today > request.due_on:
        return _("The first month is over. Prolonging is only possible within it. Answer now.")
    return None


def named_in(answer: str, names: Iterable[str]) -> list[str]:
    """Which of these first names stand in an answer: who reported something is not told."""
    return sorted({name for name in names if name and re.search(rf"\b{re.escape(name)}\b", answer, re.IGNORECASE)})


def same_street(searched: str, place: str) -> bool:
    """Does a place name this street? Capitals, spaces and dashes do not count."""
    return len(_flat(searched)) >= SHORTEST_STREET and _flat(searched) in _flat(place)


def _flat(words: str) -> str:
    return re.sub(r"[\W\d_]+", "", words).casefold()
