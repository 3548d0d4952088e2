# SPDX-License-Identifier: EUPL-1.2
"""What neighbouring groups ask stands on the coordinator's desk until somebody answered."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.alerts.models import Relay
from buurtwacht.groups.desk_registry import Task, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Report


@desk_tasks
def questions_of_neighbours(group: WatchGroup, person: Person) -> Iterator[Task]:
    """While the report is going on where it began."""
    waiting = Relay.objects.filter(to_group=group, answer="", report__status=Report.Status.OPEN)
    for relay in waiting.select_related("report__group"):
        name = {"group": relay.report.group.name}
        yield Task(
            kind="relay",
            is_now=True,
            due_at=relay.asked_at,
            tag=_("Neighbouring group"),
            title=_("%(group)s asks: will you pass this on?") % name,
            sentence=_("Something is going on there. You decide whether your neighbours hear of it."),
            url=reverse("relay", args=[relay.pk]),
            button=_("Read and answer"),
            icon="users-group",
        )
