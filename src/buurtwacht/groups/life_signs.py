# SPDX-License-Identifier: EUPL-1.2
"""Which groups run, which of them nobody coordinates, and of which nothing was heard for a long time."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from buurtwacht.delivery.ids import first_id_at
from buurtwacht.journal.models import Line

from .models import Membership, WatchGroup
from .queries import coordinating, coordinators_of


def running_groups() -> QuerySet[WatchGroup]:
    """The groups that can be warned."""
    return WatchGroup.objects.filter(status=WatchGroup.Status.ACTIVE).select_related("organisation")


def uncoordinated_groups() -> list[WatchGroup]:
    """Groups that run while nobody coordinates them today, by the clock of their own place."""
    coordinators = Membership.objects.filter(coordinating(), group=OuterRef("pk"), left_at=None)
    suspects = running_groups().filter(~Exists(coordinators))
    return [group for group in suspects if not coordinators_of(group).exists()]


def quiet_groups(since: datetime, among: QuerySet[WatchGroup] | None = None) -> list[WatchGroup]:
    """Groups that started before this moment, and of which nothing was heard after it.

    A sign of life is anything that a person did in the group, by the journal, or a message that a member's device
    said was shown. `among` keeps the question to these groups; a page asks about its own only.
    """
    seen = Membership.objects.filter(
        group=OuterRef("pk"), left_at=None, person__contact_points__last_seen_at__gte=since
    )
    running = running_groups() if among is None else running_groups().filter(pk__in=among.values("pk"))
    old = running.filter(Q(started_at=None) | Q(started_at__lt=since), created_at__lt=since)
    unseen = list(old.filter(~Exists(seen)))
    awake = _awake(since, [group.pk for group in unseen]) if unseen else set()
    return [group for group in unseen if group.pk not in awake]


def is_quiet(group: WatchGroup, since: datetime) -> bool:
    """Was nothing heard of this group after this moment?"""
    return bool(quiet_groups(since, WatchGroup.objects.filter(pk=group.pk)))


def _awake(since: datetime, groups: list[UUID]) -> set[UUID]:
    """Those of these groups in which somebody did something, by the journal. Its ids are in the order of time."""
    wanted = [str(group) for group in groups]
    lines = Line.objects.filter(pk__gte=first_id_at(since), by_id__isnull=False, facts__group__in=wanted)
    return {UUID(str(group)) for group in lines.values_list("facts__group", flat=True).distinct()}
