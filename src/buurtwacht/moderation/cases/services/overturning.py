# SPDX-License-Identifier: EUPL-1.2
"""A measure is taken back: by who answers an appeal."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import add_member, lift_suspension, suspend_member
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.bans.services import end_ban
from buurtwacht.moderation.ladder import ENDS, Kind
from buurtwacht.moderation.models import Ban, Measure
from buurtwacht.people.models import Person

from .locked import locked_measure

Status = Measure.Status
SUSPENDS = (Kind.SUSPENSION, Kind.PROSECUTOR)


@transaction.atomic
def overturn(measure: Measure, *, by: Person | None = None) -> Measure:
    """Take a measure back, and what it did with it. Taking it back twice changes nothing.

    Who was removed takes part again as a member, and reads and agrees to the rules as somebody who is new; a group
    that filled up meanwhile has one too many for a while. Relief stays: others appoint a coordinator again.
    """
    measure = locked_measure(measure)
    if measure.status == Status.OVERTURNED:
        return measure
    if measure.status != Status.TAKEN:
        raise DomainError(_("Only a measure that holds can be taken back."))
    measure.status = Status.OVERTURNED
    measure.save(update_fields=["status"])
    case = measure.case
    record(
        "measure.overturned",
        measure.pk,
        by=by,
        group=case.group_id,
        case=case.pk,
        kind=measure.kind,
        person=case.person_id,
    )
    if measure.kind in ENDS:
        for ban in Ban.objects.filter(measure=measure):
            end_ban(ban, why="overturned")
        _let_in_again(measure, by)
    elif measure.kind in SUSPENDS and (member := membership_in(case.person, case.group)):
        _set_suspension(member, by)
    return measure


@transaction.atomic
def suspend_again(membership_id: UUID) -> bool:
    """Who left and came back takes along what still holds against them. False when nothing does."""
    member = Membership.objects.select_related("group__organisation").filter(pk=membership_id, left_at=None).first()
    until = _suspended_by_measures_until(member) if member else None
    if member is None or until is None or (member.suspended_until and member.suspended_until >= until):
        return False
    suspend_member(member, until)
    return True


def _let_in_again(measure: Measure, by: Person | None) -> None:
    case = measure.case
    group = WatchGroup.objects.select_for_update(of=("self",)).get(pk=case.group_id)
    if group.status == WatchGroup.Status.CLOSED or membership_in(case.person, group) or not case.person.is_active:
        return
    if _was_removed_again(measure):
        return
    details: dict[str, Any] = measure.address or {}
    street = details.pop("street", "")
    member = add_member(group, case.person, street=street, by=by, welcomed_at=None, comes_back=True, **details)
    _set_suspension(member, by)
    case.membership = member
    case.save(update_fields=["membership"])


def _was_removed_again(measure: Measure) -> bool:
    """They had come back, and another removal holds: that one was not taken back."""
    case = measure.case
    others = Ban.objects.filter(measure__case__person=case.person_id, measure__case__group=case.group_id)
    return others.filter(measure__status=Status.TAKEN, ends_at__gt=timezone.now()).exists()


def _set_suspension(member: Membership, by: Person | None) -> None:
    """What another measure still asks."""
    until = _suspended_by_measures_until(member)
    if until:
        suspend_member(member, until, by=by)
    elif member.is_suspended:
        lift_suspension(member, by=by)


def _suspended_by_measures_until(member: Membership) -> datetime | None:
    """The end of the suspension that ends last."""
    others = Measure.objects.filter(
        case__group=member.group_id,
        case__person=member.person_id,
        kind__in=SUSPENDS,
        status=Status.TAKEN,
        until__gt=timezone.now(),
    )
    last: datetime | None = others.aggregate(last=Max("until"))["last"]
    return last
