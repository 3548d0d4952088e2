# SPDX-License-Identifier: EUPL-1.2
"""On the desk of a coordinator: what waits for them as a judge of others, never anything about themselves."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.groups.desk_registry import ORDER, Link, Task, desk_links, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.moderation.ladder import TO_ANSWER
from buurtwacht.people.models import Person

from .queries import bench_of


@desk_links
def link_to_the_bench(group: WatchGroup, person: Person) -> Iterator[Link]:
    yield Link(_("Appeals"), "restore", reverse("appeals"), ORDER)


@desk_tasks
def appeals_to_judge(group: WatchGroup, person: Person) -> Iterator[Task]:
    """Appeals and questions of other groups."""
    bench = bench_of(person)
    moments = [appeal.answer_by for appeal in bench.appeals]
    moments += [(case.escalated_at or case.opened_at) + TO_ANSWER for case in bench.cases]
    if moments:
        count = len(moments)
        yield Task(
            kind="appeal",
            due_at=min(moments) - timedelta(days=7),
            tag=_("Appeals"),
            title=ngettext("%(count)s case waits for you", "%(count)s cases wait for you", count) % {"count": count},
            sentence=_("You had no part in it. That is why you are asked to judge."),
            url=reverse("appeals"),
            button=_("Look"),
            icon="scale",
            minutes=10,
        )
