# SPDX-License-Identifier: EUPL-1.2
"""What flags put on the desk of who judges them. Never of who wrote the words."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.groups.desk_registry import ORDER, Link, Task, desk_links, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib import clock
from buurtwacht.people.models import Person

from . import queries


@desk_tasks
def flagged_messages(group: WatchGroup, person: Person) -> Iterator[Task]:
    """Each message once, however many neighbours said something about it."""
    for one in queries.waiting_for(group, person):
        said = ngettext("%(count)s neighbour thinks it is not.", "%(count)s neighbours think it is not.", one.count)
        reasons = ", ".join(reason for reason, _count in one.reasons)
        yield Task(
            kind="flag",
            icon="flag",
            due_at=one.since,
            tag=_("Flagged"),
            when=clock.when(one.since, group.tz),
            title=_("Is this message all right?"),
            sentence=f"{said % {'count': one.count}} {reasons}.",
            url=reverse("flag_judge", args=[group.slug, one.entry.pk]),
            button=_("Look and decide"),
        )


@desk_links
def flags_page(group: WatchGroup, person: Person) -> Iterator[Link]:
    yield Link(_("Flagged messages"), "flag", reverse("flags", args=[group.slug]), ORDER)
