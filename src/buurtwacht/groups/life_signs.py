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


def quiet_groups(since: datetime) -> list[WatchGroup]:
    """Groups that started before this moment, and of which nothing was heard after it.

    A sign of life is anything that a person did in the group, by the journal, or a message that a member's device
    said was shown.
    """
    seen = Membership.objects.filter(
        group=OuterRef("pk"), left_at=None, person__contact_points__last_seen_at__gte=since
    )
    candidates = running_groups().filter(Q(started_at=None) | Q(started_at__lt=since), created_at__lt=since)
    unseen = list(candidates.filter(~Exists(seen)))
    awake = _awake(since) if unseen else set()
    return [group for group in unseen if group.pk not in awake]


def is_quiet(group: WatchGroup, since: datetime) -> bool:
    """Was nothing heard of this group after this moment?"""
    return any(one.pk == group.pk for one in quiet_groups(since))


def _awake(since: datetime) -> set[UUID]:
    """The groups in which somebody did something, by the journal. Its ids are in the order of time."""
    lines = Line.objects.filter(pk__gte=first_id_at(since), by_id__isnull=False, facts__has_key="group")
    return {UUID(str(group)) for group in lines.values_list("facts__group", flat=True).distinct()}
