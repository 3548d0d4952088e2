# SPDX-License-Identifier: EUPL-1.2
"""Requests on the desk of who coordinates, where the organisation has no official to answer them."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.groups.desk_registry import Link, Task, desk_links, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import has_official
from buurtwacht.lib import clock
from buurtwacht.people.models import Person

from .answerers import is_kept_from
from .queries import open_requests


@desk_tasks
def requests_to_answer(group: WatchGroup, person: Person) -> Iterator[Task]:
    """With the term of the law."""
    for request in open_requests(group.organisation) if not has_official(group.organisation) else ():
        if request.due_on and not is_kept_from(person, request):
            yield Task(
                kind="rights_request",
                due_at=datetime.combine(request.due_on, time.max, UTC),
                tag=_("Request"),
                title=_("Answer a request about somebody's rights"),
                sentence=_("The law wants an answer by %(day)s.") % {"day": clock.day(request.due_on)},
                url=reverse("rights_request", args=[group.organisation.slug, request.pk]),
                button=_("Read and answer"),
                icon="scale",
                minutes=15,
            )


@desk_links
def link_to_requests(group: WatchGroup, person: Person) -> Iterator[Link]:
    if not has_official(group.organisation):
        yield Link(_("Requests about rights"), "scale", reverse("rights_requests", args=[group.organisation.slug]))
