# SPDX-License-Identifier: EUPL-1.2
"""What the house rules put on the coordinator's desk."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.groups.desk_registry import ORDER, Link, Task, desk_links, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person

from . import queries


@desk_links
def page_of_rules(group: WatchGroup, person: Person) -> Iterator[Link]:
    yield Link(_("House rules"), "file-text", reverse("desk_rules", args=[group.slug]), ORDER)


@desk_tasks
def draft_to_publish(group: WatchGroup, person: Person) -> Iterator[Task]:
    """Rules that were written and that no member has seen."""
    draft = queries.draft_of(group)
    if draft is None:
        return
    yield Task(
        kind="rules",
        due_at=draft.changed_at,
        tag=_("Draft"),
        title=_("New rules wait in a draft"),
        sentence=_("Members see them only once you publish them."),
        url=reverse("desk_rules_publish", args=[group.slug]),
        button=_("Look and publish"),
        minutes=2,
    )
