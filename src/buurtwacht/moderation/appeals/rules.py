# SPDX-License-Identifier: EUPL-1.2
"""When a member can appeal, to whom, until when, and what a verdict may be. Pure.

R147 asks for an appeal route, R148 for two people, R149 for the cases that the rules do not foresee.
"""

from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.models import Appeal, Measure
from buurtwacht.policy.model import Policy, Removal

READABLE_FOR = timedelta(days=30)  # a link works so long after the last thing that could happen with the case
WITH_AN_END = (Measure.Kind.SUSPENSION, Measure.Kind.PROSECUTOR, Measure.Kind.REMOVAL)


class Body(StrEnum):
    """Who judges an appeal."""

    STEERING_GROUP = "steering_group"  # coordinators of other groups, and who answers for the organisation
    ORGANISATION = "organisation"  # who answers for the organisation


def body_of(policy: Policy) -> Body:
    """Who judges appeals under this policy."""
    return Body.STEERING_GROUP if policy.steering_group else Body.ORGANISATION


def in_writing(policy: Policy) -> bool:
    """Does the appeal have to be in writing? The circular of 2019 says so; what is sent here counts as that."""
    return policy.removal is Removal.CIRCULAR_LADDER


def may_appeal(status: str, appeal_until: datetime | None, *, appealed: bool, now: datetime) -> bool:
    """Can the member still appeal against this measure?"""
    return status == Measure.Status.TAKEN and not appealed and appeal_until is not None and now <= appeal_until


def can_be_added_to(appeal: Appeal | None) -> bool:
    """Did somebody else note it down from a letter, and was it not judged yet?"""
    return appeal is not None and appeal.entered_by_id is not None and appeal.answered_at is None


def check_appeal(status: str, appeal_until: datetime | None, *, appealed: bool, at: datetime) -> None:
    """Raises `DomainError` with what the member can do instead. `at` is when it was sent, or when the letter came."""
    if appealed:
        raise DomainError(_("You have appealed already. You get an answer as soon as somebody has judged it."))
    if status != Measure.Status.TAKEN or appeal_until is None:
        raise DomainError(_("There is nothing to appeal against here."))
    if at > appeal_until:
        raise DomainError(_("The last day to appeal has passed. You can still ask your municipality a question."))


def can_be_shortened(kind: str, until: datetime | None, now: datetime) -> bool:
    """Has this measure an end that could come sooner?"""
    return kind in WITH_AN_END and until is not None and until > now


def end_of(day: date, zone: tzinfo) -> datetime:
    """The end of the last day of a measure, on the wall of the neighbourhood. Raises `DomainError` for no real day."""
    if day == date.max:
        raise DomainError(_("Choose a day from today on, and sooner than the measure ends now."))
    return datetime.combine(day + timedelta(days=1), time(), zone)


def check_sooner(until: datetime, before: datetime, now: datetime) -> None:
    """A shorter measure ends sooner than it did, and not in the past."""
    if not now <= until < before:
        raise DomainError(_("Choose a day from today on, and sooner than the measure ends now."))


def reminders_due(since: datetime, term: datetime, now: datetime) -> int:
    """How many reminders should have gone by now: one halfway, one when the term is over."""
    halfway = since + (term - since) / 2
    return int(now >= halfway) + int(now >= term)


def link_works(last: datetime | None, now: datetime) -> bool:
    """Does the link in a letter still open the case? `last` is the last thing that could happen; None: it is open."""
    return last is None or now <= last + READABLE_FOR
