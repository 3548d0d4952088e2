# SPDX-License-Identifier: EUPL-1.2
"""Who is told, and where: one query for a whole group."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import time
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from buurtwacht.channels.registry import channels
from buurtwacht.groups.models import ChatRoom, WatchGroup
from buurtwacht.groups.queries import coordinators_of, members_of, rooms_of
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.people.steps import Way, places


@dataclass(frozen=True, slots=True)
class Ear:
    """One way to reach one person, with what they chose about being reached."""

    contact_point_id: UUID
    channel: str
    address: str
    person_id: UUID
    first_name: str
    language: str
    lock_screen: str
    quiet_from: time | None
    quiet_until: time | None
    step: int | None = None  # where its owner wants it on the ladder; None leaves that to us
    news: str = Person.News.ALL
    repeats: bool = False
    rung: int = 0
    after: float = 0.0  # seconds after the alarm at which this way has its turn


_FIELDS = (
    "id",
    "channel",
    "address",
    "person_id",
    "person__first_name",
    "person__language",
    "person__lock_screen",
    "person__quiet_from",
    "person__quiet_until",
    "step",
    "person__news",
    "person__repeats",
)


def everybody_in(group: WatchGroup) -> Q:
    """Everybody who takes part in the group now."""
    return Q(person__in=members_of(group).values("person"))


def coordinators_in(group: WatchGroup) -> Q:
    """Who coordinates the group today, deputies included."""
    return Q(person__in=coordinators_of(group).values("person"))


def these(person_ids: Collection[UUID]) -> Q:
    return Q(person__in=person_ids)


def on_these(contact_point_ids: Collection[UUID]) -> Q:
    return Q(pk__in=contact_point_ids)


def ears_of(whom: Q, *, without: UUID | None = None) -> list[Ear]:
    """How these people can be reached, each on the rungs of their own ladder. Their own wish comes before ours."""
    points = ContactPoint.objects.filter(
        whom, is_on=True, gone_at=None, verified_at__isnull=False, channel__in=list(channels()), person__is_active=True
    )
    if without:
        points = points.exclude(person=without)
    return on_rungs([Ear(*row) for row in points.order_by("person_id", "created_at", "pk").values_list(*_FIELDS)])


def has_rooms() -> Exists:
    """For the query of an entry: does this group hear its alerts in a room on another network?"""
    return Exists(ChatRoom.objects.filter(group=OuterRef("report__group"), is_on=True, gone_at=None))


def room_ears(group: WatchGroup) -> list[Ear]:
    """The rooms on other networks in which the group hears its alerts. A room stands for itself: it is no person."""
    language, shows = group.organisation.language, Person.LockScreen.FULL
    return [
        Ear(room.pk, room.channel, room.address, room.pk, "", language, shows, None, None)
        for room in rooms_of(group)
        if room.channel in channels()
    ]


def on_rungs(ears: Collection[Ear]) -> list[Ear]:
    """The same ears, each with its place on the ladder of that person."""
    ways: dict[UUID, set[Way]] = defaultdict(set)
    for ear in ears:
        ways[ear.person_id].add((ear.channel, ear.step))
    placed = []
    for ear in ears:
        rung, after = places(frozenset(ways[ear.person_id]))[ear.channel, ear.step]
        placed.append(replace(ear, rung=rung, after=after) if rung else ear)  # nearly everybody stands on the first
    return placed
