# SPDX-License-Identifier: EUPL-1.2
"""What an official sees of the groups of the organisation: how each stands, in figures, without a name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from buurtwacht.places.models import Area

from .life_signs import is_quiet, quiet_groups
from .lifecycle import QUIET_AFTER, is_full, is_nearly_full, percent_full, still_needed
from .models import GroupTransfer, Organisation, WatchGroup
from .queries import coordinators_of, groups_under, members_of

MOST_AREAS = 500  # on one page
Status = WatchGroup.Status


@dataclass(frozen=True, slots=True)
class Standing:
    """How one group stands."""

    group: WatchGroup
    members: int
    coordinators: int
    is_quiet: bool = False

    @property
    def is_full(self) -> bool:
        return is_full(self.members, self.group.policy)

    @property
    def is_nearly_full(self) -> bool:
        return is_nearly_full(self.members, self.group.policy)

    @property
    def percent(self) -> int:
        """How full it is; of a group that is being formed, how near its start."""
        if self.group.status == Status.FORMING:
            return min(100, 100 * self.members // self.group.needed_members)
        return percent_full(self.members, self.group.policy)

    @property
    def needed(self) -> int:
        return still_needed(self.members, self.group.needed_members)

    @property
    def is_uncoordinated(self) -> bool:
        """Does it run while nobody coordinates it?"""
        return self.group.status == Status.ACTIVE and not self.coordinators

    @property
    def asks_attention(self) -> bool:
        return self.is_uncoordinated or self.is_quiet or (self.group.status == Status.ACTIVE and self.is_nearly_full)


def standing_of(group: WatchGroup) -> Standing:
    """How this group stands now."""
    quiet = is_quiet(group, timezone.now() - QUIET_AFTER)
    return Standing(group, members_of(group).count(), coordinators_of(group).count(), quiet)


def standings_of(organisation: Organisation) -> Sequence[Standing]:
    """All groups of the organisation: first those that ask attention, then by name."""
    here = Q(memberships__left_at=None)
    counted = (
        groups_under(organisation)
        .select_related("organisation", "area")
        .annotate(now=Count("memberships", filter=here))
    )
    quiet = {one.pk for one in quiet_groups(timezone.now() - QUIET_AFTER, groups_under(organisation))}
    found = [Standing(one, one.now, coordinators_of(one).count(), one.pk in quiet) for one in counted]
    return sorted(found, key=lambda standing: (not standing.asks_attention, standing.group.name))


def offers_to(organisation: Organisation) -> QuerySet[GroupTransfer]:
    """Groups that another organisation offers to this one."""
    waiting = GroupTransfer.objects.filter(offered_to=organisation, ended_at=None)
    return waiting.select_related("group", "offered_by")


def areas_for(organisation: Organisation) -> QuerySet[Area]:
    """The areas among which a new group is made: those of the same municipalities, or else all, by name."""
    known = Area.objects.filter(groups__organisation=organisation)
    roots = set(_roots(known)) | set(Area.objects.filter(kind=Area.Kind.MUNICIPALITY, name=organisation.name))
    areas = Area.objects.defer("border")
    if roots:
        below = Q(pk__in=[root.pk for root in roots])
        for path in ("parent", "parent__parent"):
            below |= Q(**{f"{path}__in": [root.pk for root in roots]})
        areas = areas.filter(below | Q(pk__in=known.values("pk")))
    shown = areas.order_by("name").values("pk")[:MOST_AREAS]
    return Area.objects.defer("border").filter(pk__in=list(shown.values_list("pk", flat=True))).order_by("name", "kind")


def _roots(areas: Iterable[Area]) -> Iterable[Area]:
    for area in areas:
        top = area
        while top.parent:
            top = top.parent
        yield top
