# SPDX-License-Identifier: EUPL-1.2
"""What came of a test. Who was missed is told to the coordinators, so that they can help; others see totals."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from buurtwacht.alerts.models import TestAlarm
from buurtwacht.alerts.rules import HALF, MOST, time_for_share
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.models import Delivery, Priority
from buurtwacht.delivery.queries import Told, told_about
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.people.models import ContactPoint

MAIL = "email"
PROVEN_FOR = timedelta(days=62)  # two months: whoever was away for one test is not counted as unproven at once


@dataclass(frozen=True, slots=True)
class Outcome:
    """Persons, by id. `told` had a telephone that was tested; `missed` are those of whom none showed it.

    `times` are the seconds from the promise to the first screen of each who showed it, in order.
    """

    told: frozenset[UUID]
    proven: frozenset[UUID]
    by_mail_only: frozenset[UUID]
    times: tuple[float, ...] = ()

    @property
    def missed(self) -> frozenset[UUID]:
        return self.told - self.proven

    @property
    def half(self) -> float | None:
        """After how many seconds half of all who were told had it on the screen; None: that many never did."""
        return time_for_share(self.times, HALF, len(self.told))

    @property
    def most(self) -> float | None:
        """The same for 9 in 10."""
        return time_for_share(self.times, MOST, len(self.told))


def outcome_of(test: TestAlarm) -> Outcome:
    """How it stands now. A room is no person, and mail proves nothing; who has quiet hours now was not tested."""
    deliveries = [one for one in told_about([test.pk], priority=Priority.NOTICE) if not one.is_room]
    tested = [one for one in deliveries if one.channel != MAIL and _was_tried(one)]
    told = frozenset(one.person_id for one in tested)
    by_mail = frozenset(one.person_id for one in deliveries if one.channel == MAIL) - told
    first = _first_shown(tested)
    return Outcome(told, frozenset(first), by_mail, tuple(sorted(first.values())))


def fill_in(test: TestAlarm, outcome: Outcome) -> None:
    """The totals, as they stand. Does not save."""
    test.told, test.proven, test.by_mail_only = len(outcome.told), len(outcome.proven), len(outcome.by_mail_only)
    test.half_seconds, test.most_seconds = outcome.half, outcome.most


def proven_members(group: WatchGroup) -> tuple[int, int]:
    """Of how many members a telephone has shown something lately, and how many there are. Mail is no telephone."""
    people = members_of(group).values("person")
    points = ContactPoint.objects.filter(person__in=people, is_on=True, gone_at=None, channel__in=list(channels()))
    lately = points.exclude(channel=MAIL).filter(proven_at__gte=timezone.now() - PROVEN_FOR)
    return lately.values("person").distinct().count(), members_of(group).count()


def latest_certified(group: WatchGroup) -> TestAlarm | None:
    """The last test that has ended and told somebody: what a certificate speaks of."""
    return _certified([group.pk]).get(group.pk)


def proven_percents(groups: Iterable[WatchGroup]) -> dict[UUID, int]:
    """Of each group that was tested: how many in a hundred telephones showed the last test. No names; one query."""
    return {group_id: test.percent for group_id, test in _certified([group.pk for group in groups]).items()}


def _certified(group_ids: list[UUID]) -> dict[UUID, TestAlarm]:
    ended = TestAlarm.objects.filter(group__in=group_ids, ended_at__isnull=False, told__gt=0)
    latest = (
        ended.select_related("group__organisation", "group__area")
        .order_by("group_id", "-at", "-pk")
        .distinct("group_id")
    )
    return {test.group_id: test for test in latest}


def _was_tried(told: Told) -> bool:
    """Did we try at all? What waits for the end of quiet hours, or never got that far, says nothing of a telephone."""
    if told.state == Delivery.State.HELD:
        return False
    return told.state != Delivery.State.GIVEN_UP or told.attempts > 0


def _first_shown(tested: Iterable[Told]) -> dict[UUID, float]:
    """Seconds until the first screen of each person lit up. Somebody with two devices counts once."""
    first: dict[UUID, float] = {}
    for one in tested:
        shown = min((at for at in (one.shown_at, one.seen_at) if at), default=None)
        if shown is not None:
            seconds = max((shown - one.intended_at).total_seconds(), 0.0)
            first[one.person_id] = min(seconds, first.get(one.person_id, seconds))
    return first
