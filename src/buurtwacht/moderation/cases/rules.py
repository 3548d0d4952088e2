# SPDX-License-Identifier: EUPL-1.2
"""May this step be taken in a case, and is it time? Pure questions, no database."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.ladder import TO_AGREE, Decider, Kind, Rung, rungs_of
from buurtwacht.moderation.models import Measure
from buurtwacht.policy.model import Policy, Removal

LONGEST_TEXT = 2000
LONGEST_SUSPENSION = timedelta(days=91)  # a day less than `groups` allows: who is on the site choosing it takes a while
OFFICE_TO_AGREE = timedelta(days=7)  # an official does not work at the weekend, and has other groups too
STILL_AFTER = timedelta(days=14)  # a case in which a measure was taken, and nothing happens, is closed by the clock
OLDEST_OPEN = timedelta(days=90)  # and a case in which nothing was taken, so that nobody stays accused for ever


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the ladder, and why it cannot be taken yet; empty when it can."""

    rung: Rung
    obstacle: str = ""


def coordinates(membership: Membership, policy: Policy, today: date) -> bool:
    """Does the ladder for coordinators hold? By role, since who is suspended for now does coordinate nothing today.

    The circular knows no moderators: they are members to it.
    """
    stands_in = bool(membership.deputy_of_id and membership.deputy_until and membership.deputy_until >= today)
    if membership.role == Membership.Role.COORDINATOR or stands_in:
        return True
    return membership.role == Membership.Role.MODERATOR and policy.removal is not Removal.CIRCULAR_LADDER


def steps(policy: Policy, *, coordinates: bool, taken: Collection[str], waiting: Collection[str] = ()) -> list[Step]:
    """Each step of the ladder, lightest first, with what still stands in its way.

    `taken` are the kinds that hold already against this member, `waiting` those that are proposed in this case.
    """
    return [Step(rung, obstacle(rung, taken, waiting)) for rung in rungs_of(policy, coordinates=coordinates)]


def obstacle(rung: Rung, taken: Collection[str], waiting: Collection[str] = ()) -> str:
    """Why this step is not possible yet; empty when it is."""
    if rung.kind in waiting:
        return _("This is proposed already, and waits.")
    if rung.after and not set(rung.after) & set(taken):
        before = " / ".join(str(Kind(kind).label) for kind in rung.after)
        return _("First comes: %(step)s.") % {"step": before}
    return ""


def lapses_at(decider: Decider, now: datetime) -> datetime | None:
    """Until when a second person can agree; None where no term runs: nobody can hurry a chief of police."""
    terms = {Decider.TOGETHER: TO_AGREE, Decider.ANOTHER: TO_AGREE, Decider.MUNICIPALITY: OFFICE_TO_AGREE}
    return now + terms[decider] if decider in terms else None


def has_lapsed(lapses_at: datetime | None, now: datetime) -> bool:
    """Did nobody agree in time?"""
    return lapses_at is not None and lapses_at <= now


def check_until(kind: str, until: datetime | None, now: datetime) -> None:
    """A suspension has an end, and that lies within three months."""
    if kind not in (Kind.SUSPENSION, Kind.PROSECUTOR):
        return
    if until is None:
        raise DomainError(_("Choose until when the suspension lasts."))
    if not now < until <= now + LONGEST_SUSPENSION:
        raise DomainError(_("Choose a day within three months from now."))


def check_words(words: str, missing: str) -> str:
    """What was written, without spaces around it; `missing` is the sentence when there is nothing."""
    words = words.strip()
    if not words:
        raise DomainError(missing)
    if len(words) > LONGEST_TEXT:
        raise DomainError(_("Make the text shorter: at most %(most)s characters.") % {"most": LONGEST_TEXT})
    return words


def check_signed_on(day: date, today: date, since: date) -> None:
    """A letter is signed after it was asked for, and not in the future."""
    if day > today:
        raise DomainError(_("This day is still to come. On which day was the letter signed?"))
    if day < since:
        raise DomainError(_("The letter was asked for after this day. On which day was it signed?"))


def needs_copy(kind: str, status: str, policy: Policy) -> bool:
    """Does the ministry get a copy? The circular asks it of a definitive removal (requirements, section 4.1)."""
    return policy.removal is Removal.CIRCULAR_LADDER and kind == Kind.REMOVAL and status == Measure.Status.TAKEN
