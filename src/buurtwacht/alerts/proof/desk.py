# SPDX-License-Identifier: EUPL-1.2
"""What the test of the telephones puts on the coordinator's desk."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.alerts.models import TestAlarm
from buurtwacht.groups.desk_registry import Link, Meter, Task, desk_links, desk_meters, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person

from .missed import missed_members
from .queries import proven_members

TO_DO_FOR = timedelta(days=14)  # after that the next test is nearer than this one
MINUTES = 5


@desk_links
def page_of_the_test(group: WatchGroup, person: Person) -> Iterator[Link]:
    yield Link(_("Test alarm"), "bell-check", reverse("desk_test_alarm", args=[group.slug]))


@desk_meters
def proven_telephones(group: WatchGroup) -> Iterator[Meter]:
    """Once a test was held: before that nobody could have proven anything."""
    if group.test_alarms.exists():
        yield Meter(_("Phones proven to work"), *proven_members(group))


@desk_tasks
def help_the_missed(group: WatchGroup, person: Person) -> Iterator[Task]:
    """The last test has ended, and some telephones stayed silent. Whoever showed something since needs no help."""
    test = TestAlarm.objects.filter(group=group).select_related("group").order_by("-at", "-pk").first()
    if test is None or test.ended_at is None or test.ended_at < timezone.now() - TO_DO_FOR:
        return
    missed = len(missed_members(test))
    if missed:
        title = ngettext(
            "%(count)s neighbour did not see the test", "%(count)s neighbours did not see the test", missed
        )
        yield Task(
            kind="test_missed",
            due_at=test.ended_at + TO_DO_FOR,
            tag=_("Test alarm"),
            title=title % {"count": missed},
            sentence=_("They got a mail with help. A visit helps more."),
            url=reverse("desk_test_alarm", args=[group.slug]),
            button=_("See whom"),
            icon="device-mobile",
            minutes=MINUTES * missed,
        )
