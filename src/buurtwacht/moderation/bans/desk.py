# SPDX-License-Identifier: EUPL-1.2
"""What bans put on the desk: a second yes, and a member who uses an address under a ban."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.groups.desk_registry import ORDER, Link, Task, desk_links, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import is_administrator
from buurtwacht.people.models import Person

from . import queries

LOOK_WITHIN = timedelta(days=7)


@desk_links
def link_to_bans(group: WatchGroup, person: Person) -> Iterator[Link]:
    if is_administrator(person, group):
        yield Link(_("Bans"), "lock", reverse("desk_bans", args=[group.slug]), ORDER)


@desk_tasks
def bans_to_end(group: WatchGroup, person: Person) -> Iterator[Task]:
    """Another administrator would like to end one sooner."""
    for ban in queries.running_bans(group).filter(lift_asked_at__isnull=False).exclude(lift_asked_by=person):
        if ban.lift_asked_at:
            yield Task(
                kind="ban_lift",
                due_at=ban.lift_asked_at + LOOK_WITHIN,
                tag=_("Your answer"),
                title=_("May somebody come back sooner?"),
                sentence=_("Another administrator would like to end a ban before its day."),
                url=reverse("desk_bans", args=[group.slug]),
                button=_("Look"),
                icon="scale",
                minutes=3,
            )


@desk_tasks
def addresses_to_look_at(group: WatchGroup, person: Person) -> Iterator[Task]:
    """A member uses an address under a ban: it may be a housemate."""
    for shared in queries.shared_addresses(group).exclude(membership__person=person):
        yield Task(
            kind="ban_shared",
            due_at=shared.noticed_at + LOOK_WITHIN,
            tag=_("Member"),
            title=_("A member shares an address with somebody who was removed"),
            sentence=_("It may be a housemate. Look at it and say how it is. Nothing happens by itself."),
            url=reverse("desk_bans", args=[group.slug]),
            button=_("Look"),
            icon="users",
            minutes=5,
        )
