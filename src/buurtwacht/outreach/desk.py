# SPDX-License-Identifier: EUPL-1.2
"""What the public site puts on the coordinator's desk: questions from people who are not in the group."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.groups.desk_registry import Link, Task, desk_links, desk_tasks
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.people.models import Person

from .questions import open_questions_to

ANSWER_WITHIN = timedelta(days=3)


@desk_links
def data_and_details(group: WatchGroup, person: Person) -> Iterator[Link]:
    """Neighbours who answer for their own association or team; elsewhere an official does."""
    if group.organisation.kind in (Organisation.Kind.ASSOCIATION, Organisation.Kind.TEAM):
        yield Link(
            _("Data and details"), "shield-lock", reverse("organisation_details", args=[group.organisation.slug])
        )


@desk_tasks
def questions_to_answer(group: WatchGroup, person: Person) -> Iterator[Task]:
    """Questions that nobody has answered yet."""
    for message in open_questions_to(group):
        yield Task(
            kind="question",
            due_at=message.asked_at + ANSWER_WITHIN,
            tag=_("Question"),
            title=_("Answer a question from the site"),
            sentence=_("Somebody who may not be in the group asked something."),
            url=reverse("desk_question", args=[group.slug, message.pk]),
            button=_("Read and answer"),
            icon="mail",
            minutes=3,
        )
