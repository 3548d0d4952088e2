# SPDX-License-Identifier: EUPL-1.2
"""What the coordinator reads of the tests: the last ones, the one that goes on, and when the next one comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from buurtwacht.alerts.models import TestAlarm
from buurtwacht.groups.models import WatchGroup
from buurtwacht.policy import model as policy

from .calendar import next_due
from .queries import fill_in, outcome_of, proven_members
from .services import last_test_at, refusal_to_test

SHOWN = 12  # a year of monthly tests


@dataclass(frozen=True, slots=True)
class History:
    """The tests of a group, the newest first."""

    group: WatchGroup
    under_way: TestAlarm | None
    ended: Sequence[TestAlarm]
    proven: int
    members: int
    next_day: date | None  # None: the group does not want a monthly test
    is_loud: bool  # whether the monthly test sounds
    refusal: str | None  # why no test can be held by hand now

    @property
    def last(self) -> TestAlarm | None:
        """The last test that ended."""
        return self.ended[0] if self.ended else None

    @property
    def certified(self) -> TestAlarm | None:
        """What a certificate can be made of."""
        return next((test for test in self.ended if test.told), None)


def history_of(group: WatchGroup) -> History:
    """Everything that the page shows, but for names."""
    tests = list(TestAlarm.objects.filter(group=group).order_by("-at", "-pk")[: SHOWN + 1])
    proven, members = proven_members(group)
    wish = group.policy.test_alarm
    return History(
        group=group,
        under_way=under_way(group),
        ended=[test for test in tests if test.ended_at][:SHOWN],
        proven=proven,
        members=members,
        next_day=None if wish == policy.TestAlarm.OFF else _next_day(group),
        is_loud=wish == policy.TestAlarm.LOUD,
        refusal=refusal_to_test(group, by_hand=True),
    )


def under_way(group: WatchGroup) -> TestAlarm | None:
    """The test that goes on, with the totals of this moment."""
    test = TestAlarm.objects.filter(group=group, ended_at=None).order_by("-at", "-pk").first()
    if test:
        fill_in(test, outcome_of(test))
        test.group = group
    return test


def _next_day(group: WatchGroup) -> date:
    return next_due(timezone.now().astimezone(group.tz), last_test_at(group))
