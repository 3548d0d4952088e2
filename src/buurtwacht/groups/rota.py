# SPDX-License-Identifier: EUPL-1.2
"""Who coordinates for good, who may be asked, and who stands in when."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from .models import DeputyTurn, Membership, WatchGroup
from .queries import members_of

Role = Membership.Role


@dataclass(frozen=True, slots=True)
class Period:
    """One line of the rota. `pk` is that of the turn, or of the deputy's membership for the nearest period."""

    pk: UUID
    deputy: Membership
    coordinator: Membership
    first_day: date | None
    last_day: date
    is_now: bool


def permanent_coordinators_of(group: WatchGroup) -> QuerySet[Membership]:
    """The coordinators themselves, without who stands in."""
    return members_of(group).filter(role=Role.COORDINATOR)


def may_be_appointed(group: WatchGroup) -> QuerySet[Membership]:
    """Members who do not coordinate: who may become coordinator or stand in (R040)."""
    return members_of(group).exclude(role=Role.COORDINATOR)


def moderators_of(group: WatchGroup) -> QuerySet[Membership]:
    """Members who judge cases beside the coordinators."""
    return members_of(group).filter(role=Role.MODERATOR)


def may_moderate(group: WatchGroup) -> QuerySet[Membership]:
    """Who could do that: plain members, not suspended."""
    return members_of(group).filter(role=Role.MEMBER).exclude(suspended_until__gt=timezone.now())


def trusted_in(group: WatchGroup) -> QuerySet[Membership]:
    """Whom an official knows already: coordinators, moderators and deputies."""
    return members_of(group).filter(~Q(role=Role.MEMBER) | Q(deputy_of__isnull=False))


def turns_of(group: WatchGroup) -> QuerySet[DeputyTurn]:
    """The later periods, of everybody in this group."""
    turns = DeputyTurn.objects.filter(deputy__group=group, deputy__left_at=None, coordinator__left_at=None)
    return turns.select_related("deputy__person", "coordinator__person")


def rota_of(group: WatchGroup) -> list[Period]:
    """Who stands in from today on, the nearest period first."""
    today = timezone.localdate(timezone=group.tz)
    set_now = members_of(group).filter(deputy_of__isnull=False, deputy_until__gte=today)
    periods = [_nearest(one, today) for one in set_now.select_related("person", "deputy_of__person")]
    periods += [
        Period(turn.pk, turn.deputy, turn.coordinator, turn.first_day, turn.last_day, is_now=False)
        for turn in turns_of(group).filter(last_day__gte=today)
    ]
    return sorted(periods, key=lambda period: (period.first_day or today, period.last_day))


def _nearest(deputy: Membership, today: date) -> Period:
    coordinator, last_day = deputy.deputy_of, deputy.deputy_until
    if coordinator is None or last_day is None:
        raise ValueError("who stands in does so for somebody, until a day")
    is_now = deputy.deputy_from is None or deputy.deputy_from <= today
    return Period(deputy.pk, deputy, coordinator, deputy.deputy_from, last_day, is_now)
