# SPDX-License-Identifier: EUPL-1.2
"""Whose second yes is needed, and what waits for it."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import GroupProposal, Membership, WatchGroup
from buurtwacht.groups.queries import is_coordinator, members_of, who_answers_for
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .near import appointed_by, near

BEFOREHAND = timedelta(days=1)  # who was appointed for the occasion was appointed shortly before it
LIVING = (WatchGroup.Status.ACTIVE, WatchGroup.Status.DORMANT)
Kind = GroupProposal.Kind


def asked_with(group: WatchGroup, kind: str, person: Person, *, at: datetime | None = None) -> QuerySet[Person]:
    """Who is asked to agree when this person would end or split the group. Nobody: they decide it alone.

    The other coordinators. Where there is none and a living group would end, who answers for the organisation; an
    official asks those beside the coordinators. Who counts as one with this person, or was appointed by them at the
    last moment, is asked only where there is nobody else. `at` is when it was proposed.
    """
    pools = _pools(group, kind, person)
    for pool in pools:
        free = pool.exclude(pk__in=_as_good_as(person, pool, group, at or timezone.now()))
        if free.exists():
            return free
    return pools[0]


def check_second(group: WatchGroup, kind: str, by: Person | None, *, decided: bool) -> None:
    """Raises `DomainError` where somebody would decide alone what takes a second yes; `decided` says it was given."""
    if by and not decided and asked_with(group, kind, by).exists():
        raise DomainError(_("Nobody decides this alone. Ask for a second yes."))


def seconds_of(proposal: GroupProposal) -> QuerySet[Person]:
    """Who may say yes or no to it now; nobody once its proposer is gone."""
    if proposal.proposed_by is None:
        return Person.objects.none()
    return asked_with(proposal.group, proposal.kind, proposal.proposed_by, at=proposal.proposed_at)


def may_answer(proposal: GroupProposal, person: Person) -> bool:
    """Is the yes or no theirs to say?"""
    return seconds_of(proposal).filter(pk=person.pk).exists()


def waiting() -> QuerySet[GroupProposal]:
    """What can still be agreed to; what lapsed is no proposal any more, marked or not."""
    rows = GroupProposal.objects.filter(ended_at=None, lapses_at__gt=timezone.now())
    living = rows.exclude(group__status=WatchGroup.Status.CLOSED)
    return living.select_related("group__organisation", "group__area", "proposed_by", "coordinator__person")


def waiting_in(group: WatchGroup) -> GroupProposal | None:
    """What is proposed for this group, and waits for an answer."""
    return waiting().filter(group=group).first()


def to_answer(person: Person) -> list[GroupProposal]:
    """What waits for the yes or no of this person."""
    answers = Q(group__organisation__roles__person=person) | Q(group__organisation__groups__memberships__person=person)
    near_me = waiting().filter(answers).exclude(proposed_by=person).distinct()
    return [one for one in near_me if may_answer(one, person)]


def proposed_by(person: Person) -> QuerySet[GroupProposal]:
    """What this person asked, and waits for an answer."""
    return waiting().filter(proposed_by=person)


def _pools(group: WatchGroup, kind: str, person: Person) -> list[QuerySet[Person]]:
    """Who could be asked, those who come first first. The first pool may be empty."""
    apart = Person.objects.filter(is_active=True).exclude(pk=person.pk)
    colleagues = members_of(group).filter(role=Membership.Role.COORDINATOR)
    free = colleagues.exclude(suspended_until__gt=timezone.now())
    others = apart.filter(pk__in=free.values("person"))
    if not is_coordinator(person, group):
        above = Q(pk__in=who_answers_for(group.organisation).values("pk"))
        return [apart.filter(above | Q(pk__in=free.values("person")))] if others.exists() else [others]
    if others.exists() or (kind == Kind.CLOSE and group.status in LIVING):
        return [others, apart.filter(pk__in=who_answers_for(group.organisation).values("pk"))]
    return [others]


def _as_good_as(person: Person, rows: QuerySet[Person], group: WatchGroup, at: datetime) -> set[UUID]:
    """Those of these people whose yes would be this person's own."""
    known = list(rows.values_list("pk", flat=True))
    if not known:
        return set()
    return {*near([person.pk], known, group), *appointed_by([person.pk], group, at - BEFOREHAND)}
