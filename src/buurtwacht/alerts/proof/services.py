# SPDX-License-Identifier: EUPL-1.2
"""A test of a whole group: begun by the clock or by a coordinator, ended after a while, with help for the missed."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.alerts.models import TestAlarm
from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.policy import model as policy
from buurtwacht.reports.models import Report

from .calendar import BY_HAND_FROM, BY_HAND_UNTIL, is_by_day, is_due
from .queries import fill_in, outcome_of

LASTS = TestAlarm.LASTS
BETWEEN_TESTS = timedelta(days=1)
KIND, MISSED = "group.test", "group.test_missed"
LIVE = (Report.Status.DOUBT, Report.Status.WAITING, Report.Status.OPEN)


@transaction.atomic
def start_test(group: WatchGroup, *, is_loud: bool, by: Person | None = None) -> TestAlarm:
    """Test every telephone of the group.

    Raises `DomainError` during a report, within a day of the last test, and by hand in the evening and at night.
    """
    WatchGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
    if refusal := refusal_to_test(group, by_hand=by is not None):
        raise DomainError(refusal)
    test = TestAlarm.objects.create(group=group, is_loud=is_loud, asked_by=by)
    intend(KIND, test.pk, priority=Priority.NOTICE, valid_for=LASTS, payer_id=group.pk)
    record("test_alarm.started", test.pk, by=by, group=group.pk, loud=is_loud)
    return test


def start_due_tests(now: datetime | None = None) -> int:
    """Start the monthly test of each group whose turn it is. Returns how many were started."""
    now = now or timezone.now()
    started = 0
    for group in WatchGroup.objects.filter(status=WatchGroup.Status.ACTIVE).select_related("organisation"):
        wish = group.policy.test_alarm
        if wish == policy.TestAlarm.OFF or not is_due(now.astimezone(group.tz), last_test_at(group)):
            continue
        try:
            start_test(group, is_loud=wish == policy.TestAlarm.LOUD)
        except DomainError:
            continue  # a report goes on, or they tested yesterday: this group has its turn later
        started += 1
    return started


@transaction.atomic
def end_test(test: TestAlarm) -> TestAlarm:
    """Keep the totals, and send help to whom no telephone showed it. Ending twice changes nothing."""
    test = TestAlarm.objects.select_for_update(of=("self",)).select_related("group").get(pk=test.pk)
    if test.ended_at:
        return test
    outcome = outcome_of(test)
    fill_in(test, outcome)
    test.ended_at = timezone.now()
    test.save()
    if outcome.missed:
        intend(MISSED, test.pk, priority=Priority.DIGEST, valid_for=timedelta(days=3), payer_id=test.group_id)
    record("test_alarm.ended", test.pk, group=test.group_id, told=test.told, proven=test.proven)
    return test


def end_due_tests(now: datetime | None = None) -> int:
    """End the tests that have had their time. Returns how many."""
    due = TestAlarm.objects.filter(ended_at=None, at__lte=(now or timezone.now()) - LASTS)
    for test in due:
        end_test(test)
    return len(due)


def refusal_to_test(group: WatchGroup, *, by_hand: bool) -> str | None:
    """Why the group cannot be tested now, or None."""
    now = timezone.now()
    if has_live_report(group):
        return _("A report is going on. Test your telephones when it is over.")
    if TestAlarm.objects.filter(group=group, at__gt=now - BETWEEN_TESTS).exists():
        return _("The group was tested within the last day. One test a day is enough.")
    if by_hand and not is_by_day(now.astimezone(group.tz)):
        hours = {"start": f"{BY_HAND_FROM:%H:%M}", "end": f"{BY_HAND_UNTIL:%H:%M}"}
        return _("A test wakes nobody: hold it between %(start)s and %(end)s.") % hours
    return None


def has_live_report(group: WatchGroup) -> bool:
    """Nobody may think that an alarm is a test, nor the other way round."""
    return Report.objects.filter(group=group, status__in=LIVE).exists()


def last_test_at(group: WatchGroup) -> datetime | None:
    """When the group was last tested, in its own zone."""
    last = TestAlarm.objects.filter(group=group).order_by("-at", "-pk").first()
    return last.at.astimezone(group.tz) if last else None
