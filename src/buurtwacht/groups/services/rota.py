# SPDX-License-Identifier: EUPL-1.2
"""The rota of deputies. The next period of each deputy stands on the membership; later ones wait here."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups import rules
from buurtwacht.groups.models import DeputyTurn, Membership
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .coordinators import set_deputy

Role = Membership.Role


@transaction.atomic
def plan_turn(
    coordinator: Membership, deputy: Membership, *, first_day: date, last_day: date, by: Person | None = None
) -> DeputyTurn:
    """Let `deputy` stand in for `coordinator` on these days, beside other periods.

    Raises `DomainError` when they are not in one group, or the days are wrong or taken.
    """
    deputy = Membership.objects.select_for_update(of=("self",)).select_related("group__organisation").get(pk=deputy.pk)
    if coordinator.group_id != deputy.group_id or coordinator.role != Role.COORDINATOR or deputy.left_at:
        raise DomainError(_("A deputy is a member of the same group as the coordinator."))
    if deputy.role == Role.COORDINATOR:
        raise DomainError(_("This person is already a coordinator."))
    rules.check_deputy_days(first_day, last_day, timezone.localdate(timezone=deputy.group.tz))
    _check_free(deputy, first_day, last_day)
    turn = DeputyTurn.objects.create(coordinator=coordinator, deputy=deputy, first_day=first_day, last_day=last_day)
    facts = {"first_day": first_day.isoformat(), "last_day": last_day.isoformat()}
    record("turn.planned", turn.pk, by=by, group=deputy.group_id, person=deputy.person_id, **facts)
    give_next_turn(deputy)
    return turn


@transaction.atomic
def cancel_turn(turn: DeputyTurn, *, by: Person | None = None) -> None:
    """This period does not happen. One that has begun is ended with `end_deputy`."""
    facts = {"group": turn.deputy.group_id, "person": turn.deputy.person_id}
    if DeputyTurn.objects.filter(pk=turn.pk).delete()[0]:
        record("turn.cancelled", turn.pk, by=by, **facts)


@transaction.atomic
def give_next_turn(deputy: Membership) -> None:
    """Put the nearest period of this deputy on the membership; one that stands there and comes later waits again."""
    deputy = Membership.objects.select_for_update(of=("self",)).select_related("group__organisation").get(pk=deputy.pk)
    today = timezone.localdate(timezone=deputy.group.tz)
    DeputyTurn.objects.filter(Q(deputy=deputy) & (Q(last_day__lt=today) | _over())).delete()
    turn = DeputyTurn.objects.filter(deputy=deputy).select_related("coordinator").order_by("first_day").first()
    if turn is None or _counts_before(deputy, turn, today):
        return
    if deputy.deputy_of and deputy.deputy_from and deputy.deputy_until and deputy.deputy_until >= today:
        days = {"first_day": deputy.deputy_from, "last_day": deputy.deputy_until}
        DeputyTurn.objects.create(coordinator=deputy.deputy_of, deputy=deputy, **days)
    set_deputy(turn.coordinator, deputy, first_day=turn.first_day, last_day=turn.last_day)
    turn.delete()


def _counts_before(deputy: Membership, turn: DeputyTurn, today: date) -> bool:
    """Does the period on the membership still count, and begin before this turn?"""
    if deputy.deputy_until is None or deputy.deputy_until < today:
        return False
    return deputy.deputy_from is None or deputy.deputy_from < turn.first_day


def give_next_turns() -> int:
    """For each deputy on the rota. Returns how many there are."""
    waiting = Membership.objects.filter(turns__isnull=False).distinct()
    for deputy in waiting:
        give_next_turn(deputy)
    return len(waiting)


def _over() -> Q:
    """Turns of somebody who left or coordinates by now, or for somebody who coordinates no more."""
    gone = Q(deputy__left_at__isnull=False) | Q(coordinator__left_at__isnull=False)
    return gone | Q(deputy__role=Role.COORDINATOR) | ~Q(coordinator__role=Role.COORDINATOR)


def _check_free(deputy: Membership, first_day: date, last_day: date) -> None:
    until = deputy.deputy_until
    on_membership = until is not None and until >= first_day and (deputy.deputy_from or first_day) <= last_day
    if on_membership or deputy.turns.filter(first_day__lte=last_day, last_day__gte=first_day).exists():
        raise DomainError(_("This neighbour stands in already on some of these days. Choose other days."))
