# SPDX-License-Identifier: EUPL-1.2
"""One asks, another says yes or no. Without an answer in time everything stays as it is."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups import lifecycle, services
from buurtwacht.groups.models import GroupProposal, Membership, WatchGroup
from buurtwacht.groups.services.split import check_split
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from . import queries
from .rules import ANSWER_IN

Kind = GroupProposal.Kind
State = GroupProposal.State


@transaction.atomic
def propose_ending(group: WatchGroup, *, by: Person) -> GroupProposal:
    """Ask a second yes to end the group for good. Raises `DomainError` while another question of it waits."""
    group = _locked(group)
    lifecycle.check_change(group.status, WatchGroup.Status.CLOSED)
    return _proposed(group, Kind.CLOSE, by)


@transaction.atomic
def propose_split(
    group: WatchGroup, *, streets: Collection[str], name: str, coordinator: Membership, by: Person
) -> GroupProposal:
    """Ask a second yes to split the group. Raises `DomainError` for what could not be split anyway."""
    group = _locked(group)
    check_split(group, streets=streets, name=name, coordinator=coordinator)
    return _proposed(group, Kind.SPLIT, by, streets=list(streets), new_name=name.strip(), coordinator=coordinator)


@transaction.atomic
def agree_to(proposal: GroupProposal, *, by: Person) -> WatchGroup:
    """The second yes: it happens in this commit. Returns the group that ended, or the new one.

    Raises `DomainError` when it is too late, when it is not for this person to say, or when it can no longer be done.
    """
    proposal = _open(proposal)
    if not queries.may_answer(proposal, by):
        raise DomainError(_("This is for somebody else to say."))
    _end(proposal, State.AGREED, by)
    record("proposal.agreed", proposal.pk, by=by, group=proposal.group_id, kind=proposal.kind)
    if proposal.kind == Kind.CLOSE:
        return services.close_group(proposal.group, by=by, decided=True)
    if proposal.coordinator is None:
        raise DomainError(_("Who would coordinate the new group has left. It can be proposed again."))
    return services.split_group(
        proposal.group,
        streets=proposal.streets,
        name=proposal.new_name,
        coordinator=proposal.coordinator,
        by=by,
        decided=True,
    )


@transaction.atomic
def decline(proposal: GroupProposal, *, by: Person) -> GroupProposal:
    """No, by who was asked; or who asked thinks better of it. Everything stays as it is."""
    proposal = _open(proposal)
    is_own = by.pk == proposal.proposed_by_id
    if not is_own and not queries.may_answer(proposal, by):
        raise DomainError(_("This is for somebody else to say."))
    _end(proposal, State.WITHDRAWN if is_own else State.DECLINED, by)
    record("proposal.declined", proposal.pk, by=by, group=proposal.group_id, kind=proposal.kind, own=is_own)
    return proposal


def mark_lapsed(now: datetime) -> int:
    """Mark what nobody answered in time, and say so to who asked. Returns how many."""
    late = GroupProposal.objects.filter(ended_at=None, lapses_at__lte=now).order_by("lapses_at", "pk")
    return sum(_lapse(one) for one in late)


@transaction.atomic
def _lapse(proposal: GroupProposal) -> bool:
    proposal = GroupProposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if proposal.ended_at:
        return False
    _end(proposal, State.LAPSED, None)
    record("proposal.lapsed", proposal.pk, group=proposal.group_id, kind=proposal.kind)
    return True


def _proposed(group: WatchGroup, kind: str, by: Person, **fields: Any) -> GroupProposal:
    now = timezone.now()
    for late in group.proposals.filter(ended_at=None, lapses_at__lte=now):
        _lapse(late)
    if group.proposals.filter(ended_at=None).exists():
        raise DomainError(_("A question about this group waits for an answer already. Take it back first, or wait."))
    proposal = GroupProposal.objects.create(
        group=group, kind=kind, proposed_by=by, proposed_at=now, lapses_at=now + ANSWER_IN, **fields
    )
    record("proposal.made", proposal.pk, by=by, group=group.pk, kind=kind)
    return proposal


def _open(proposal: GroupProposal) -> GroupProposal:
    """Locked, the group first: as everything that changes it."""
    group = _locked(proposal.group)
    rows = GroupProposal.objects.select_for_update(of=("self",)).select_related("proposed_by", "coordinator")
    proposal = rows.get(pk=proposal.pk)
    proposal.group = group
    if proposal.ended_at:
        raise DomainError(_("This was decided already."))
    if proposal.lapses_at <= timezone.now():
        raise DomainError(_("Nobody agreed in time, so this proposal has ended. It can be proposed again."))
    return proposal


def _end(proposal: GroupProposal, state: str, by: Person | None) -> None:
    proposal.state, proposal.ended_at, proposal.answered_by = state, timezone.now(), by
    proposal.save(update_fields=["state", "ended_at", "answered_by"])


def _locked(group: WatchGroup) -> WatchGroup:
    rows = WatchGroup.objects.select_for_update(of=("self",)).select_related("organisation", "area")
    return rows.get(pk=group.pk)
