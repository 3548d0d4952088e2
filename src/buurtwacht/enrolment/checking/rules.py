# SPDX-License-Identifier: EUPL-1.2
"""What a check asks, how long things hold, and who may vouch or answer. Pure questions, no database."""

import re
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.policy.model import Policy, Vetting

CODE_WORKS_FOR = timedelta(days=30)  # from the day on which the letter was printed
LETTER_MAY_TAKE = timedelta(days=10)  # to be printed and delivered; after that it can be asked again
MOST_TRIES = 5
VOUCHES_PER_YEAR = 5  # of one member: somebody who knows the whole town knows nobody
YEAR = timedelta(days=365)
ANSWER_TAKES = timedelta(days=7)  # after this the police are reminded, and the applicant hears that it takes longer
LONG_WAIT = timedelta(days=14)  # after this an application that stands still comes on the coordinator's desk
ASK_AGAIN_BEFORE = timedelta(days=30)  # so long before a clearance ends the police are asked again
CORRECT_WITHIN = timedelta(hours=24)  # a slip of the finger can be mended on the desk; after that by objection
OBJECT_WITHIN = timedelta(days=30)  # a refused application is gone after that (requirements, section 4.3)
NEWS_FOR = timedelta(days=3)  # so long a notice about a check is worth delivering
TURN_AWAY = ("elsewhere", "twice", "no_answer", "other")  # codes for the figures; nobody reads them in a letter


def same_household(street: str, number: str, other_street: str, other_number: str) -> bool:
    """Is this the same front door? An unknown house number counts as another door."""
    if not _bare(number) or not _bare(other_number):
        return False
    return (_bare(street), _bare(number)) == (_bare(other_street), _bare(other_number))


def check_voucher(*, is_self: bool, shares_door: bool, given: int) -> None:
    """May this member say that they know this neighbour? Raises `DomainError`."""
    if is_self:
        raise DomainError(_("You cannot vouch for yourself. Ask another neighbour."))
    if shares_door:
        raise DomainError(_("You live in the same house. Let another neighbour confirm it."))
    if given >= VOUCHES_PER_YEAR:
        raise DomainError(
            _("You have vouched for %(count)s neighbours this year. Let somebody else confirm this one.")
            % {"count": VOUCHES_PER_YEAR}
        )


def code_works(printed_at: datetime | None, asked_at: datetime, tries: int, now: datetime) -> bool:
    """Can this code still be typed?"""
    return tries < MOST_TRIES and now < (printed_at or asked_at) + CODE_WORKS_FOR


def may_ask_again(printed_at: datetime | None, asked_at: datetime, now: datetime) -> bool:
    """Is the letter late enough to ask for another?"""
    return now >= (printed_at or asked_at) + LETTER_MAY_TAKE


def screens_coordinators(policy: Policy) -> bool:
    """Do the police check who would like to coordinate (C11)?"""
    return policy.vetting in (Vetting.POLICE, Vetting.COORDINATOR_ONLY)


def good_until(verdict: str, until: date | None, today: date) -> date:
    """The last day on which this verdict holds: the day that the police named, else a year (N12)."""
    return until if verdict == "until" and until else today + YEAR


def check_day(until: date | None, today: date) -> None:
    """Is this a day until which somebody can be cleared? Raises `DomainError`."""
    if until is None:
        raise DomainError(_("Fill in until which day you agree."))
    if not today < until <= today + 2 * YEAR:
        raise DomainError(_("Choose a day between tomorrow and two years from now."))


def may_object(ended_at: datetime | None, now: datetime) -> bool:
    """Is there still something to object to? After thirty days nothing of the application is left."""
    return ended_at is not None and now < ended_at + OBJECT_WITHIN


def _bare(words: str) -> str:
    return re.sub(r"\W+", "", words.casefold())
