# SPDX-License-Identifier: EUPL-1.2
"""Which pieces of the map an organisation has: those of its groups, and those that have no group yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.queries import groups_under
from buurtwacht.places.models import Area

MOST_PIECES = 400  # a map with more says nothing; then only areas with a group are shown
LOOKS = {WatchGroup.Status.ACTIVE: "on", WatchGroup.Status.FORMING: "forming"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One area, the group that watches there, and how many take part."""

    area: Area
    group: WatchGroup | None
    members: int = 0

    @property
    def look(self) -> str:
        """How it is drawn: "on", "forming" or "none"."""
        return LOOKS.get(WatchGroup.Status(self.group.status), "none") if self.group else "none"

    @property
    def name(self) -> str:
        return self.group.name if self.group else self.area.name


def counted_groups(organisation: Organisation) -> list[WatchGroup]:
    """The groups that visitors may know of, each with `members_now`. An idea is nobody's business yet."""
    here = Q(memberships__left_at=None, memberships__isnull=False)
    groups = groups_under(organisation).exclude(status=WatchGroup.Status.IDEA)
    return list(groups.annotate(members_now=Count("memberships", filter=here)).order_by("name"))


def territory_of(organisation: Organisation) -> list[Piece]:
    """Every piece, large ones first, so that a neighbourhood is drawn over the district around it.

    Where one area has several groups, an active one stands for it.
    """
    groups = counted_groups(organisation)
    return pieces_of(groups)


def pieces_of(groups: Iterable[WatchGroup]) -> list[Piece]:
    """The areas of these groups (with `members_now`), and the areas of the same towns that have none."""
    by_area: dict[UUID, WatchGroup] = {}
    for group in sorted(groups, key=lambda one: one.status != WatchGroup.Status.ACTIVE, reverse=True):
        if group.area_id:
            by_area[group.area_id] = group
    areas = {area.pk: area for area in Area.objects.filter(pk__in=by_area)}
    around = _around(list(areas.values()))
    if len(around) <= MOST_PIECES:
        areas = {area.pk: area for area in around} | areas
    ranks = {Area.Kind.MUNICIPALITY: 0, Area.Kind.DISTRICT: 1, Area.Kind.NEIGHBOURHOOD: 2}
    ordered = sorted(areas.values(), key=lambda area: (ranks[Area.Kind(area.kind)], area.name))
    return [_piece(area, by_area.get(area.pk)) for area in ordered]


def _piece(area: Area, group: WatchGroup | None) -> Piece:
    return Piece(area, group, getattr(group, "members_now", 0))


def towns_of(organisation: Organisation) -> list[Area]:
    """Where to look for the streets of an organisation: its municipalities, or else the areas of its groups."""
    areas = list(Area.objects.filter(groups__in=groups_under(organisation)).distinct())
    return list(Area.objects.filter(pk__in=_municipalities(areas))) or areas


def same_town(areas: Sequence[Area], prefix: str = "") -> Q:
    """The areas of the municipalities that these lie in; with `prefix`, of what points to an area.

    Without a municipality above them: those without one whose code begins with the same municipality (CBS: the four
    figures after BU or WK).
    """
    tops = _municipalities(areas)
    inside = Q(**{f"{prefix}parent__in": tops}) | Q(**{f"{prefix}parent__parent__in": tops})
    loose = {(area.kind, area.country, area.code[:6]) for area in areas if area.parent_id is None}
    for kind, country, code in loose:
        if kind != Area.Kind.MUNICIPALITY and len(code) == 6:
            alike = {"parent": None, "kind": kind, "country": country, "code__startswith": code}
            inside |= Q(**{f"{prefix}{name}": value for name, value in alike.items()})
    return inside


def _around(areas: Sequence[Area]) -> list[Area]:
    found = Area.objects.filter(same_town(areas)).exclude(kind=Area.Kind.MUNICIPALITY)
    return list(found.order_by("name")[: MOST_PIECES + 1])


def _municipalities(areas: Sequence[Area]) -> set[UUID]:
    parents = Area.objects.filter(Q(parts__in=areas) | Q(parts__parts__in=areas), kind=Area.Kind.MUNICIPALITY)
    own = {area.pk for area in areas if area.kind == Area.Kind.MUNICIPALITY}
    return own | set(parents.values_list("pk", flat=True))
