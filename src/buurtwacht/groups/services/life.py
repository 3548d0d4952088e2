# SPDX-License-Identifier: EUPL-1.2
"""From idea to an active group, to rest and back, and to its end."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups import lifecycle, queries, starting
from buurtwacht.groups.models import GroupProposal, Organisation, WatchGroup
from buurtwacht.groups.together.queries import check_second
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .groups import create_group
from .members import end_membership

Status = WatchGroup.Status
CLOSED = "group_closed"  # why the members of a group that has ended are members no more


@transaction.atomic
def start_idea(organisation: Organisation, *, name: str, by: Person | None = None, **fields: Any) -> WatchGroup:
    """Somebody would like a group here. `fields` are those of `create_group`: slug, area, preset."""
    return create_group(organisation, name=name, status=Status.IDEA, by=by, **fields)


@transaction.atomic
def begin_forming(group: WatchGroup, *, by: Person | None = None) -> WatchGroup:
    """From now on neighbours can apply, and they are counted. Raises `DomainError` without an area or streets."""
    group = _locked(group)
    if group.area_id is None and not group.street_ranges.exists():
        raise DomainError(_("Choose the area or the streets of the group first."))
    lifecycle.check_needed(group.needed_members, group.policy)
    return _become(group, Status.FORMING, by)


@transaction.atomic
def start_group(group: WatchGroup, *, by: Person | None = None) -> WatchGroup:
    """The group can be warned from now on. Raises `DomainError` with what is still missing."""
    group = _locked(group)
    missing = [condition.words for condition in starting.progress_of(group) if not condition.is_met]
    if missing or not starting.is_ready(group):
        raise DomainError(_("The group cannot start yet. %(missing)s") % {"missing": " ".join(missing)})
    return _become(group, Status.ACTIVE, by)


@transaction.atomic
def start_if_ready(group: WatchGroup) -> WatchGroup:
    """Start a group that is being formed when everything is there. Call it after whatever may complete it."""
    group = _locked(group)
    if group.status == Status.FORMING and starting.is_ready(group):
        return _become(group, Status.ACTIVE, None)
    return group


@transaction.atomic
def make_dormant(group: WatchGroup, *, by: Person | None = None) -> WatchGroup:
    """Put the group to rest: its members stay, and it cannot be warned until it wakes."""
    return _become(_locked(group), Status.DORMANT, by)


@transaction.atomic
def wake(group: WatchGroup, *, by: Person | None = None) -> WatchGroup:
    """A group that rested can be warned again. Raises `DomainError` when nobody coordinates it."""
    group = _locked(group)
    if group.status != Status.DORMANT:
        raise DomainError(_("This group does not rest."))
    if not queries.coordinators_of(group).exists():
        raise DomainError(_("A group needs a coordinator. Appoint somebody first."))
    return _become(group, Status.ACTIVE, by)


@transaction.atomic
def still_here(group: WatchGroup, *, by: Person) -> WatchGroup:
    """A quiet group says that it is still there. The journal line is its sign of life."""
    record("group.still_here", group.pk, by=by, group=group.pk)
    return group


@transaction.atomic
def close_group(group: WatchGroup, *, by: Person | None = None, decided: bool = False) -> WatchGroup:
    """The group stops for good: everybody's membership ends, and with it their screens and their address here.

    Members hear of it from the journal line, which says when it was: see `resolvers.tell_closed`. Raises `DomainError`
    where a second yes is needed (`together.queries.asked_with`); `decided` says that it was given.
    """
    group = _locked(group)
    check_second(group, GroupProposal.Kind.CLOSE, by, decided=decided)
    group = _become(group, Status.CLOSED, by)
    for membership in group.memberships.filter(left_at=None):
        end_membership(membership, by=by, reason=CLOSED, decided=True)
    return group


def _locked(group: WatchGroup) -> WatchGroup:
    rows = WatchGroup.objects.select_for_update(of=("self",)).select_related("organisation", "area")
    return rows.get(pk=group.pk)


def _become(group: WatchGroup, status: str, by: Person | None) -> WatchGroup:
    lifecycle.check_change(group.status, status)
    before, group.status = group.status, status
    if status == Status.ACTIVE and group.started_at is None:
        group.started_at = timezone.now()
    group.save(update_fields=["status", "started_at"])
    record("group.status_changed", group.pk, by=by, group=group.pk, before=before, after=status)
    return group
