# SPDX-License-Identifier: EUPL-1.2
"""Figures of the groups of a municipality, without content: how many, how often. No report is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from buurtwacht.alerts.proof.queries import proven_percents
from buurtwacht.dossiers.models import Dossier
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.queries import groups_under
from buurtwacht.outreach.mapping.drawing import AreaMap, draw
from buurtwacht.outreach.mapping.territory import territory_of
from buurtwacht.reports.models import Report

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """One group in figures, over the last year."""

    group: WatchGroup
    members: int
    most_members: int
    coordinators: int
    reports: int
    answered: int
    reach: int | None = None  # of each hundred phones, how many showed the last test; None: there was none

    @property
    def is_forming(self) -> bool:
        """Does it still wait for enough neighbours to start?"""
        return self.group.status in (WatchGroup.Status.IDEA, WatchGroup.Status.FORMING)

    @property
    def most(self) -> int:
        """What its members are counted against: those it needs to start, or those it may have."""
        return max(1, self.group.needed_members) if self.is_forming else self.most_members

    @property
    def percent_full(self) -> int:
        return min(100, 100 * self.members // self.most)


@dataclass(frozen=True, slots=True)
class Overview:
    """All groups of one organisation, and where they lie."""

    organisation: Organisation
    groups: Sequence[GroupFigures]
    map: AreaMap | None

    @property
    def members(self) -> int:
        return sum(figures.members for figures in self.groups)

    @property
    def reports(self) -> int:
        return sum(figures.reports for figures in self.groups)

    @property
    def answered(self) -> int:
        return sum(figures.answered for figures in self.groups)


def overview_of(organisation: Organisation) -> Overview:
    """The figures of today. Some nine queries, whatever the number of groups."""
    here = Q(memberships__left_at=None)
    coordinators = here & Q(memberships__role="coordinator")
    groups = list(
        groups_under(organisation).annotate(
            now=Count("memberships", filter=here), coordinating=Count("memberships", filter=coordinators)
        )
    )
    reports = _count(Report.objects.filter(group__in=groups, shown_at__gte=timezone.now() - YEAR), "group_id")
    answered = _count(
        Dossier.objects.filter(
            report__group__in=groups, status=Dossier.Status.ANSWERED, answered_at__gte=timezone.now() - YEAR
        ),
        "report__group_id",
    )
    reach = proven_percents(groups)
    figures = [
        GroupFigures(
            group=group,
            members=group.now,
            most_members=group.policy.most_members,
            coordinators=group.coordinating,
            reports=reports.get(group.pk, 0),
            answered=answered.get(group.pk, 0),
            reach=reach.get(group.pk),
        )
        for group in groups
    ]
    return Overview(organisation, figures, draw(territory_of(organisation)))


def _count(rows: object, by: str) -> dict[object, int]:
    counted = rows.order_by().values_list(by).annotate(count=Count("pk"))  # type: ignore[attr-defined]
    return dict(counted)
