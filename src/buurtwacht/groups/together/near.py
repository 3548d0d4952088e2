# SPDX-License-Identifier: EUPL-1.2
"""Who counts as one person when two are needed. The room above that knows it registers here."""

from collections.abc import Callable, Collection
from datetime import datetime
from uuid import UUID

from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.models import Line

APPOINTED = ("coordinator.appointed", "moderator.appointed", "deputy.set")

Near = Callable[[Collection[UUID], Collection[UUID], WatchGroup], set[UUID]]
_askers: list[Near] = []


def tells_who_is_near(ask: Near) -> Near:
    """Register a function that says who of the second people is one of the first, or close to one of them."""
    if ask not in _askers:
        _askers.append(ask)
    return ask


def near(people: Collection[UUID], among: Collection[UUID], group: WatchGroup) -> set[UUID]:
    """Those of `among` who are one of these people, or count as one with them."""
    return {one for one in among if one in people}.union(*(ask(people, among, group) for ask in _askers))


def appointed_by(people: Collection[UUID], group: WatchGroup, since: datetime) -> list[UUID]:
    """Whom these people let administer the group since this moment."""
    lines = Line.objects.filter(action__in=APPOINTED, by_id__in=people, at__gte=since, facts__group=str(group.pk))
    return [UUID(str(person)) for person in lines.values_list("facts__person", flat=True) if person]
