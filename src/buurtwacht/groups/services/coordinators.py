# SPDX-License-Identifier: EUPL-1.2
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups import queries, rules
from buurtwacht.groups.models import Membership
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

DEPUTY = ["deputy_of", "deputy_from", "deputy_until"]


@transaction.atomic
def appoint_coordinator(membership: Membership, *, by: Person | None = None) -> Membership:
    """Make a member coordinator. A group may have more than one."""
    membership = _current(membership)
    if membership.role != Membership.Role.COORDINATOR:
        membership.role = Membership.Role.COORDINATOR
        membership.save(update_fields=["role"])
        _record("coordinator.appointed", membership, by)
    return membership


@transaction.atomic
def relieve_coordinator(
    membership: Membership, *, by: Person | None = None, last_too: bool = False, decided: bool = False
) -> Membership:
    """A coordinator becomes a member again: by themselves, or `decided` by two people. The last one is not let go.

    With `last_too` that one is let go as well: the police no longer agree, and the group looks for another.
    Raises `DomainError` for one coordinator who would do it to another, and for the last one.
    """
    membership = _current(membership)
    if membership.role != Membership.Role.COORDINATOR:
        return membership
    rules.check_not_alone(membership, by.pk if by else None, decided=decided)
    others = queries.members_of(membership.group).filter(role=Membership.Role.COORDINATOR).exclude(pk=membership.pk)
    is_last = not others.exists()
    if is_last and not last_too:
        raise DomainError(_("A group needs a coordinator. Appoint somebody else first."))
    membership.role = Membership.Role.MEMBER
    membership.save(update_fields=["role"])
    _record("coordinator.relieved", membership, by)
    if is_last:
        record("group.lost_coordinator", membership.group_id, by=by)
    return membership


@transaction.atomic
def appoint_moderator(membership: Membership, *, by: Person | None = None) -> Membership:
    """Let a member judge cases of the group beside the coordinators. It opens nothing else to them.

    Raises `DomainError` for who coordinates, and so judges already, and for who is suspended.
    """
    membership = _current(membership)
    if membership.role == Membership.Role.COORDINATOR:
        raise DomainError(_("This person is already a coordinator."))
    if membership.is_suspended:
        raise DomainError(_("This member is suspended now. Choose somebody else."))
    if membership.role != Membership.Role.MODERATOR:
        membership.role = Membership.Role.MODERATOR
        membership.save(update_fields=["role"])
        _record("moderator.appointed", membership, by)
    return membership


@transaction.atomic
def relieve_moderator(membership: Membership, *, by: Person | None = None) -> Membership:
    """A moderator becomes a member again."""
    membership = _current(membership)
    if membership.role == Membership.Role.MODERATOR:
        membership.role = Membership.Role.MEMBER
        membership.save(update_fields=["role"])
        _record("moderator.relieved", membership, by)
    return membership


@transaction.atomic
def set_deputy(
    coordinator: Membership,
    deputy: Membership,
    *,
    last_day: date,
    first_day: date | None = None,
    by: Person | None = None,
) -> Membership:
    """Let `deputy` stand in for `coordinator` from the first day up to and including the last day.

    Without a first day it starts today. Raises `DomainError` when they are not in one group, or the days are wrong.
    """
    coordinator, deputy = _current(coordinator), _current(deputy)
    if coordinator.group_id != deputy.group_id or coordinator.role != Membership.Role.COORDINATOR:
        raise DomainError(_("A deputy is a member of the same group as the coordinator."))
    if deputy.role == Membership.Role.COORDINATOR:
        raise DomainError(_("This person is already a coordinator."))
    today = timezone.localdate(timezone=coordinator.group.tz)
    first_day = first_day or today
    rules.check_deputy_days(first_day, last_day, today)
    deputy.deputy_of, deputy.deputy_from, deputy.deputy_until = coordinator, first_day, last_day
    deputy.save(update_fields=DEPUTY)
    _record("deputy.set", deputy, by, first_day=first_day.isoformat(), last_day=last_day.isoformat())
    return deputy


@transaction.atomic
def end_deputy(deputy: Membership, *, by: Person | None = None) -> Membership:
    """The coordinator is back, or somebody else stands in."""
    deputy = _current(deputy)
    if deputy.deputy_of_id or deputy.deputy_until:
        deputy.deputy_of = deputy.deputy_from = deputy.deputy_until = None
        deputy.save(update_fields=DEPUTY)
        _record("deputy.ended", deputy, by)
    return deputy


def _current(membership: Membership) -> Membership:
    """The membership as it is now, locked. Raises `DomainError` when it has ended."""
    locked = Membership.objects.select_for_update(of=("self",)).select_related("group__organisation")
    membership = locked.get(pk=membership.pk)
    if membership.left_at:
        raise DomainError(_("This person is no longer in the group."))
    return membership


def _record(action: str, membership: Membership, by: Person | None, **facts: str) -> None:
    record(action, membership.pk, by=by, group=membership.group_id, person=membership.person_id, **facts)
