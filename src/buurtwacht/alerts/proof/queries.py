# SPDX-License-Identifier: EUPL-1.2
"""What came of a test. Who was missed is told to the coordinators, so that they can help; others see totals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from buurtwacht.alerts.models import TestAlarm
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.models import Delivery
from buurtwacht.delivery.queries import Told, told_about
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.people.models import ContactPoint

MAIL = "email"
PROVEN_FOR = timedelta(days=62)  # two months: whoever was away for one test is not counted as unproven at once
NOT_TRIED = (Delivery.State.HELD, Delivery.State.GIVEN_UP)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Persons, by id. `told` had a telephone that was tested; `missed` are those of whom none showed it."""

    told: frozenset[UUID]
    proven: frozenset[UUID]
    by_mail_only: frozenset[UUID]

    @property
    def missed(self) -> frozenset[UUID]:
        return self.told - self.proven


def outcome_of(test: TestAlarm) -> Outcome:
    """How it stands now. A room is no person, and mail proves nothing; who has quiet hours now was not tested."""
    deliveries = [one for one in told_about([test.pk], priority=2) if not one.is_room]
    tested = [one for one in deliveries if one.channel != MAIL and one.state not in NOT_TRIED]
    told = _persons(tested)
    by_mail = _persons([one for one in deliveries if one.channel == MAIL]) - told
    return Outcome(told, _persons([one for one in tested if one.shown_at or one.seen_at]), by_mail)


def tests_of(group: WatchGroup) -> list[TestAlarm]:
    """The tests of this group, the newest first; totals of one that goes on are those of this moment."""
    tests = list(TestAlarm.objects.filter(group=group).order_by("-at")[:24])
    for test in tests:
        if test.ended_at is None:
            outcome = outcome_of(test)
            test.told, test.proven = len(outcome.told), len(outcome.proven)
            test.by_mail_only = len(outcome.by_mail_only)
    return tests


def missed_members(test: TestAlarm) -> list[Membership]:
    """Whom the test missed, and who is still in the group, as neighbours know each other."""
    missed = outcome_of(test).missed
    return list(members_of(test.group).filter(person_id__in=missed)) if missed else []


def proven_members(group: WatchGroup) -> tuple[int, int]:
    """Of how many members a telephone has shown something lately, and how many there are."""
    since = timezone.now() - PROVEN_FOR
    people = members_of(group).values("person")
    points = ContactPoint.objects.filter(person__in=people, is_on=True, gone_at=None, channel__in=list(channels()))
    proven = points.filter(proven_at__gte=since).values("person").distinct().count()
    return proven, members_of(group).count()


def latest_certified(group: WatchGroup) -> TestAlarm | None:
    """The last test that has ended and told somebody: what a certificate speaks of."""
    ended = TestAlarm.objects.filter(group=group, ended_at__isnull=False, told__gt=0)
    return ended.select_related("group__organisation").order_by("-at").first()


def _persons(deliveries: Sequence[Told]) -> frozenset[UUID]:
    return frozenset(one.person_id for one in deliveries)
