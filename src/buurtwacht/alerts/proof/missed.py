# SPDX-License-Identifier: EUPL-1.2
"""Whom a test missed, as neighbours know each other, and by what we tried to reach them. Never an address."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.alerts.models import TestAlarm
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import members_of
from buurtwacht.people.device_names import system_of
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.queries import PUSH

from .queries import MAIL, outcome_of


@dataclass(frozen=True, slots=True)
class Missed:
    """A neighbour whom the test missed; `twice`: the test before this one too."""

    membership: Membership
    ways: tuple[str, ...]
    twice: bool


def missed_members(test: TestAlarm) -> list[Membership]:
    """Whom the test missed, who is still in the group, and of whom no telephone has shown anything since."""
    return _members(test, _still_silent(test))


def missed_by(test: TestAlarm) -> list[Missed]:
    """The same with what the coordinator wants to know: first those who were missed twice in a row."""
    silent = _still_silent(test)
    if not silent:
        return []
    again = silent & _missed_before(test)
    ways = _ways_of(silent)
    found = [Missed(one, ways.get(one.person_id, ()), one.person_id in again) for one in _members(test, silent)]
    return sorted(found, key=lambda one: not one.twice)


def is_forgotten(test: TestAlarm) -> bool:
    """Are only the totals left? Deliveries are erased long before a test is."""
    return bool(test.told) and not outcome_of(test).told


def way_in_words(channel: str, label: str, kind: str) -> str:
    """ "Messages on an iPhone"; of another way its own name, such as "Text message"."""
    if channel != PUSH:
        return kind
    system = system_of(label)
    if system == "iPhone":
        return _("Messages on an iPhone")
    if system == "iPad":
        return _("Messages on an iPad")
    if system == "Android":
        return _("Messages on an Android phone")
    return _("Messages on a computer") if system else _("Messages on a device")


def _still_silent(test: TestAlarm) -> frozenset[UUID]:
    missed = outcome_of(test).missed
    mended = ContactPoint.objects.filter(person__in=missed, proven_at__gt=test.at).exclude(channel=MAIL)
    return missed - set(mended.values_list("person", flat=True))


def _missed_before(test: TestAlarm) -> frozenset[UUID]:
    """Whom the test before this one missed. Deliveries are kept for four months, so a monthly test is still known."""
    before = TestAlarm.objects.filter(group=test.group_id, at__lt=test.at, ended_at__isnull=False).order_by(
        "-at", "-pk"
    )
    last = before.first()
    return outcome_of(last).missed if last else frozenset()


def _members(test: TestAlarm, person_ids: Collection[UUID]) -> list[Membership]:
    found = members_of(test.group).filter(person_id__in=person_ids).select_related("person", "group")
    return list(found.order_by("person__first_name", "street", "pk"))


def _ways_of(person_ids: Collection[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Each way that should have worked, once."""
    points = ContactPoint.objects.filter(person__in=person_ids, is_on=True).exclude(channel=MAIL)
    found: dict[UUID, list[str]] = defaultdict(list)
    for point in points.order_by("created_at", "pk"):
        words = way_in_words(point.channel, point.label, point.kind_in_words)
        if words not in found[point.person_id]:
            found[point.person_id].append(words)
    return {person_id: tuple(words) for person_id, words in found.items()}
