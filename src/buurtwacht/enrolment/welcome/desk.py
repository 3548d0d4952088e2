# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator finds on the desk: who waits for the workshop, and the page with invitations."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.groups.desk_registry import NEIGHBOURS, Link, Task, desk_links, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person

from . import queries

PATIENCE = timedelta(days=14)


@desk_tasks
def who_waits_for_the_workshop(group: WatchGroup, person: Person) -> Iterator[Task]:
    """They can go on by themselves with the leaflets, so there is no hurry."""
    for application in queries.waiting_at_the_gate(group):
        yield Task(
            kind="workshop",
            due_at=(application.placed_at or application.submitted_at) + PATIENCE,
            tag=_("Workshop"),
            title=_("%(name)s, %(street)s, waits for the workshop")
            % {"name": application.first_name, "street": application.street},
            sentence=_("Were they there? Say so. Otherwise they read the leaflets."),
            url=reverse("gate_attended", args=[group.slug, application.pk]),
            button=_("Was there"),
            icon="users-group",
        )


@desk_links
def invitations_page(group: WatchGroup, person: Person) -> Iterator[Link]:
    yield Link(_("Invite"), "send", reverse("desk_invitations", args=[group.slug]), NEIGHBOURS)
