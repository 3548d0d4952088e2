# SPDX-License-Identifier: EUPL-1.2
"""What members ask, on the desk of who coordinates."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.groups.desk_registry import NEIGHBOURS, Link, Task, desk_links, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person

from .queries import open_questions_in
from .rules import ANSWER_WITHIN


@desk_tasks
def members_questions(group: WatchGroup, person: Person) -> Iterator[Task]:
    """Questions of members that nobody has answered yet."""
    for question in open_questions_in(group).exclude(asked_by=person):
        asked = {"name": question.asked_by.first_name}
        about = _("%(name)s asked something about a report.") if question.report_id else _("%(name)s asked something.")
        yield Task(
            kind="member_question",
            due_at=question.asked_at + ANSWER_WITHIN,
            tag=_("Question"),
            title=_("Answer a question of a member"),
            sentence=about % asked,
            url=reverse("member_question", args=[group.slug, question.pk]),
            button=_("Read and answer"),
            icon="help-circle",
            minutes=2,
        )


@desk_links
def link_to_questions(group: WatchGroup, person: Person) -> list[Link]:
    return [Link(_("Questions of members"), "help-circle", reverse("member_questions", args=[group.slug]), NEIGHBOURS)]
