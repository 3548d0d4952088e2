# SPDX-License-Identifier: EUPL-1.2
"""The monthly tests of the Vogelbuurt: half a year of figures, and two tests whose deliveries are still known."""

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.utils import timezone

from buurtwacht.alerts.models import TestAlarm
from buurtwacht.alerts.proof.calendar import FROM, first_saturday
from buurtwacht.alerts.proof.services import end_test, start_test
from buurtwacht.delivery.ids import bounds
from buurtwacht.delivery.models import Delivery
from buurtwacht.delivery.now import deliver_now
from buurtwacht.delivery.queries import intents_about
from buurtwacht.delivery.services import SHOWN, take_receipts
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import coordinators_of
from buurtwacht.people.models import ContactPoint, Person

from .clock import ago, as_if
from .phones import EXTRAS, silent_addresses

BEFORE = (88, 86, 91, 90, 93)  # percent, month after month: it gets better because somebody rings at doors
SILENT_BEFORE = 5  # of the monthly test before the last: one of them is still silent
WEEK = timedelta(days=7)


def tell_tests() -> None:
    """Each month a little better; yesterday Anna held one more, and three stayed silent."""
    group = WatchGroup.objects.select_related("organisation").get(slug="vogelbuurt")
    last_monthly = _monthly(timezone.now() - WEEK, group)
    _figures(group, last_monthly)
    silent = silent_addresses(group.slug)
    _hold(group, last_monthly, _points(silent[:1]) | _some(group, SILENT_BEFORE - 1))
    _hold(group, ago(1, hour=11), _points(silent), by=coordinators_of(group)[0].person)
    ContactPoint.objects.filter(pk__in=_points(silent)).update(proven_at=None, proof_seconds=None)


def _figures(group: WatchGroup, until: datetime) -> None:
    """Tests of so long ago that only their totals are left."""
    at = until
    for percent in reversed(BEFORE):
        at = _monthly(at.replace(day=1) - timedelta(days=1), group)
        told = 80
        TestAlarm.objects.create(
            group=group,
            at=at,
            ended_at=at + TestAlarm.LASTS,
            told=told,
            proven=told * percent // 100 + 1,
            by_mail_only=1,
            half_seconds=2.1,
            most_seconds=8.4,
        )


def _hold(group: WatchGroup, at: datetime, silent: set[UUID], by: Person | None = None) -> None:
    """One test from beginning to end. Phones light up within seconds."""
    chance = Random(at.isoformat()[:7])  # noqa: S311 - a seed, not a secret
    with as_if(at):
        test = start_test(group, is_loud=False, by=by)
        deliver_now()
    with as_if(at + timedelta(minutes=1)):
        receipts = [
            (pk, SHOWN, at + timedelta(seconds=chance.uniform(0.4, 6)))
            for pk, point in _told(test)
            if point not in silent
        ]
        take_receipts(receipts)
    with as_if(at + TestAlarm.LASTS):
        end_test(test)
        deliver_now()


def _told(test: TestAlarm) -> list[tuple[UUID, UUID]]:
    [intent] = intents_about([test.pk])
    told = Delivery.objects.filter(pk__range=bounds(intent.pk), intent_id=intent.pk).order_by("pk")
    return list(told.values_list("pk", "contact_point_id"))


def _monthly(before: datetime, group: WatchGroup) -> datetime:
    """The last first Saturday of a month before this moment, at the hour of the monthly test."""
    local = timezone.localtime(before, group.tz)
    saturday = first_saturday(local.date())
    if saturday > local.date():
        saturday = first_saturday(local.date().replace(day=1) - timedelta(days=1))
    return local.replace(year=saturday.year, month=saturday.month, day=saturday.day, hour=FROM.hour, minute=0)


def _points(addresses: list[str]) -> set[UUID]:
    people = Person.objects.filter(email__in=addresses)
    return set(ContactPoint.objects.filter(person__in=people, channel="log").values_list("pk", flat=True))


def _some(group: WatchGroup, count: int) -> set[UUID]:
    others = ContactPoint.objects.filter(person__memberships__group=group, channel="log")
    extras = others.filter(person__email__startswith=EXTRAS)
    return set(extras.order_by("pk").values_list("pk", flat=True)[:count])
