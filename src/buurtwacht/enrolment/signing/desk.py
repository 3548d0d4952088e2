# SPDX-License-Identifier: EUPL-1.2
"""What signing puts on the coordinator's desk, and what a coordinator does before a group starts."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.groups.desk_registry import Link, Meter, Task, desk_links, desk_meters, desk_tasks
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.starting import needs
from buurtwacht.people.models import Person

from . import queries


@desk_meters
def members_who_agree(group: WatchGroup) -> Iterator[Meter]:
    """How many members agreed to the rules as they read now; only while some have not."""
    accepted, members = queries.members_who_accepted(group)
    if 0 < accepted < members:
        yield Meter(_("Agreed to the rules of now"), accepted, members)


@desk_tasks
def promise_to_make(group: WatchGroup, person: Person) -> Iterator[Task]:
    """The confidentiality agreement, for a coordinator who has not signed it in this version."""
    if queries.has_signed_confidentiality(person, group):
        return
    yield Task(
        kind="confidentiality",
        due_at=timezone.now(),
        tag=_("Once"),
        title=_("Sign the confidentiality agreement"),
        sentence=_("After that you see the data of members."),
        url=reverse("confidentiality", args=[group.slug]),
        button=_("Read and sign"),
        icon="shield-lock",
        minutes=2,
    )


@desk_links
def page_of_the_promise(group: WatchGroup, person: Person) -> Iterator[Link]:
    yield Link(_("Confidentiality"), "shield-lock", reverse("confidentiality", args=[group.slug]))


@needs(gettext_lazy("The coordinator has signed the confidentiality agreement."))
def has_promised(coordinator: Membership) -> bool:
    """Before a group starts, who coordinates it promises to keep data about members private (R045)."""
    return queries.has_signed_confidentiality(coordinator.person, coordinator.group)
