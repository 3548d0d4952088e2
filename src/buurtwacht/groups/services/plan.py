# SPDX-License-Identifier: EUPL-1.2
"""What a group is, before and after it starts: its name, its place, its goal, and what it takes over from another."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.groups import lifecycle
from buurtwacht.groups.models import StreetRange, WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.places.models import Area

from .groups import change_settings

LONGEST_GOAL = 600  # characters


@transaction.atomic
def set_plan(
    group: WatchGroup, *, goal: str | None = None, needed_members: int | None = None, by: Person | None = None
) -> WatchGroup:
    """What the group is for, and with how many neighbours it starts. None leaves a value as it is."""
    group = WatchGroup.objects.select_for_update().get(pk=group.pk)
    if goal is not None:
        group.goal = goal.strip()[:LONGEST_GOAL]
    if needed_members is not None:
        lifecycle.check_needed(needed_members, group.policy)
        group.needed_members = needed_members
    group.save(update_fields=["goal", "needed_members"])
    record("group.plan_changed", group.pk, by=by, group=group.pk, needed=group.needed_members)
    return group


@transaction.atomic
def set_place(
    group: WatchGroup, *, area: Area | None, streets: Iterable[str] = (), by: Person | None = None
) -> WatchGroup:
    """Where the group watches: an area, and of that area perhaps only some streets."""
    group = WatchGroup.objects.select_for_update().get(pk=group.pk)
    names = list(dict.fromkeys(street.strip() for street in streets if street.strip()))
    if area is None and not names:
        raise DomainError(_("Choose the area or the streets of the group first."))
    group.area = area
    group.save(update_fields=["area"])
    group.street_ranges.all().delete()
    StreetRange.objects.bulk_create([StreetRange(group=group, street=name) for name in names])
    record("group.place_changed", group.pk, by=by, group=group.pk, streets=len(names))
    return group


@transaction.atomic
def rename_group(group: WatchGroup, *, name: str, by: Person | None = None) -> WatchGroup:
    """Call the group by another name. Its address on the site stays, since it may stand on paper by now."""
    group = WatchGroup.objects.select_for_update().get(pk=group.pk)
    name = name.strip()
    if name == group.name:
        return group
    others = WatchGroup.objects.filter(organisation=group.organisation_id, name__iexact=name).exclude(pk=group.pk)
    if not name or others.exists():
        raise DomainError(_("There is already a group with this name. Choose another name."))
    group.name = name
    group.save(update_fields=["name"])
    record("group.renamed", group.pk, by=by, group=group.pk)
    return group


@transaction.atomic
def copy_settings(group: WatchGroup, *, source: WatchGroup, by: Person | None = None) -> WatchGroup:
    """Take over the house rules, the goal and the threshold of a group that knows how it is done (R036)."""
    group = change_settings(group, source.overrides, preset=source.preset, by=by)
    return set_plan(group, goal=source.goal, needed_members=source.needed_members, by=by)


@transaction.atomic
def tell_story(
    group: WatchGroup, *, name: str, goal: str, needed_members: int | None = None, by: Person | None = None
) -> WatchGroup:
    """What the group is called, what it is for, and before it starts: with how many."""
    group = rename_group(group, name=name, by=by)
    return set_plan(group, goal=goal, needed_members=needed_members, by=by)
