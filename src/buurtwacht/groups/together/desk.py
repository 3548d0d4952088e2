# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.groups.desk_registry import Task, desk_tasks
from buurtwacht.groups.models import GroupProposal, WatchGroup
from buurtwacht.people.models import Person

from . import queries


@desk_tasks
def answer_a_proposal(group: WatchGroup, person: Person) -> Iterable[Task]:
    """What waits for this person's yes: of this group, or of another for whose organisation they answer."""
    for proposal in queries.to_answer(person):
        if proposal.group_id == group.pk or proposal.group.organisation_id == group.organisation_id:
            yield _task(proposal)


def _task(proposal: GroupProposal) -> Task:
    name = {"group": proposal.group.name}
    is_end = proposal.kind == GroupProposal.Kind.CLOSE
    return Task(
        kind="proposal",
        due_at=proposal.lapses_at,
        tag=_("Your answer"),
        title=_("Stop %(group)s for good?") % name if is_end else _("Make two groups of %(group)s?") % name,
        sentence=_("Somebody asks your yes or no. Without your yes nothing changes."),
        url=reverse("proposals"),
        button=_("Read and answer"),
        icon="users-group",
        minutes=3,
    )
