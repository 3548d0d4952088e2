# SPDX-License-Identifier: EUPL-1.2
"""A group that is too large becomes two, along its streets. Nobody has to sign up again."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups import lifecycle, queries
from buurtwacht.groups.models import DeputyTurn, GroupProposal, Membership, StreetRange, WatchGroup
from buurtwacht.groups.splitting import lives_in, streets_of
from buurtwacht.groups.together.queries import check_second
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.live.services import close_streams
from buurtwacht.people.models import Person
from buurtwacht.places.names import plain

from .coordinators import appoint_coordinator
from .groups import check_name, create_group

Role = Membership.Role


@transaction.atomic
def split_group(
    group: WatchGroup,
    *,
    streets: Collection[str],
    name: str,
    coordinator: Membership,
    by: Person | None = None,
    decided: bool = False,
) -> WatchGroup:
    """Make a new group of these streets and of everybody who lives there, coordinated by one of them.

    The new group has the settings, the area and the goal of the old one. A membership goes along as it is; in the old
    group a row that ended now stays for as long as that of anybody who left. Open screens are closed, so that they ask
    for new rights. Raises `DomainError` when a half would be empty or without a coordinator, and where a second yes is
    needed (`together.queries.asked_with`); `decided` says that it was given.
    """
    group = WatchGroup.objects.select_for_update(of=("self",)).select_related("organisation", "area").get(pk=group.pk)
    moving, staying = _halves(group, streets)
    _check(group, moving, staying, coordinator)
    check_second(group, GroupProposal.Kind.SPLIT, by, decided=decided)
    chosen = [street.name for street in streets_of(group) if plain(street.name) in _plain(streets)]
    new = _founded(group, name, by)
    _divide_streets(group, new, chosen)
    _loosen(moving, staying)
    now = timezone.now()
    for member in moving:
        _move(member, new, now, by)
    appoint_coordinator(coordinator, by=by)
    record("group.split", group.pk, by=by, group=group.pk, into=new.pk, moved=len(moving))
    for member in moving:
        close_streams(member.person_id)
    return new


def check_split(group: WatchGroup, *, streets: Collection[str], name: str, coordinator: Membership) -> None:
    """Raises `DomainError` when the group, locked, could not be split like this."""
    check_name(name.strip())
    _check(group, *_halves(group, streets), coordinator)


def _halves(group: WatchGroup, streets: Collection[str]) -> tuple[list[Membership], list[Membership]]:
    """Who would go and who would stay, locked."""
    members = list(queries.members_of(group).select_for_update(of=("self",)))
    moving = [member for member in members if lives_in(member, streets)]
    return moving, [member for member in members if member not in moving]


def _check(group: WatchGroup, moving: list[Membership], staying: list[Membership], coordinator: Membership) -> None:
    if group.status != WatchGroup.Status.ACTIVE:
        raise DomainError(_("Only an active group can be split."))
    if not moving or not staying:
        raise DomainError(_("Choose streets so that neighbours live in both halves."))
    if coordinator not in moving:
        raise DomainError(_("The coordinator of the new group lives in one of its streets. Choose somebody else."))
    left = [member for member in staying if member.role == Role.COORDINATOR]
    if not left:
        raise DomainError(_("The coordinators all live in these streets. Appoint somebody in the other half first."))


def _founded(group: WatchGroup, name: str, by: Person | None) -> WatchGroup:
    return create_group(
        group.organisation,
        name=name.strip(),
        area=group.area,
        preset=group.preset,
        overrides=group.overrides,
        goal=group.goal,
        needed_members=max(lifecycle.FEWEST, group.needed_members),
        split_from=group,
        started_at=timezone.now(),
        by=by,
    )


def _divide_streets(group: WatchGroup, new: WatchGroup, chosen: list[str]) -> None:
    """The new group gets these streets, with the house numbers that were set.

    The old one keeps its other streets; when it never named any it has all that no other group holds (`territory`).
    """
    wanted = _plain(chosen)
    mine = [one for one in group.street_ranges.all() if plain(one.street) in wanted]
    StreetRange.objects.filter(pk__in=[one.pk for one in mine]).update(group=new)
    named = {plain(one.street) for one in mine}
    fresh = [StreetRange(group=new, street=street) for street in chosen if plain(street) not in named]
    StreetRange.objects.bulk_create(fresh)


def _loosen(moving: list[Membership], staying: list[Membership]) -> None:
    """Ties between the two halves end: who stands in for whom, and who rings whose bell."""
    one, other = [member.pk for member in moving], [member.pk for member in staying]
    for here, there in ((one, other), (other, one)):
        apart = Membership.objects.filter(pk__in=here)
        apart.filter(deputy_of__in=there).update(deputy_of=None, deputy_from=None, deputy_until=None)
        apart.filter(proxy__in=there).update(proxy=None)
        DeputyTurn.objects.filter(deputy__in=here, coordinator__in=there).delete()


def _move(member: Membership, new: WatchGroup, now: datetime, by: Person | None) -> None:
    before = member.group_id
    Membership.objects.filter(pk=member.pk).update(group=new)
    Membership.objects.create(
        group_id=before,
        person_id=member.person_id,
        street=member.street,
        is_unchecked=member.is_unchecked,
        joined_at=member.joined_at,
        left_at=now,
    )
    record("member.regrouped", member.pk, by=by, group=new.pk, before=before, person=member.person_id)


def _plain(streets: Collection[str]) -> set[str]:
    return {plain(street) for street in streets}
