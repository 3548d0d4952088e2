# SPDX-License-Identifier: EUPL-1.2
"""What a group itself puts on the desk of its coordinator."""

from collections.abc import Iterable
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.people.models import Person

from .ceiling import EURO, spending_of
from .desk_registry import Link, Meter, Task, desk_links, desk_meters, desk_tasks
from .life_signs import is_quiet
from .lifecycle import QUIET_AFTER, is_nearly_full
from .models import GroupTransfer, WatchGroup
from .queries import members_of

Status = WatchGroup.Status
SOON = timedelta(days=1)


@desk_tasks
def think_of_splitting(group: WatchGroup, person: Person) -> Iterable[Task]:
    """A group that is nearly full (C13)."""
    here = members_of(group).count()
    if group.status == Status.ACTIVE and is_nearly_full(here, group.policy):
        yield Task(
            kind="group_full",
            due_at=timezone.now() + QUIET_AFTER,  # it can wait: everything else comes first
            title=_("The group is nearly full"),
            sentence=_("Two smaller groups know each other better. See how the streets could be divided."),
            url=reverse("desk_split", args=[group.slug]),
            button=_("Look at the streets"),
            icon="users-group",
            minutes=10,
        )


@desk_tasks
def say_that_you_are_there(group: WatchGroup, person: Person) -> Iterable[Task]:
    """A group of which nothing was heard for half a year."""
    if group.status == Status.ACTIVE and is_quiet(group, timezone.now() - QUIET_AFTER):
        yield Task(
            kind="group_quiet",
            due_at=timezone.now() + QUIET_AFTER,
            title=_("Is the group still there?"),
            sentence=_("Nothing was heard of it for half a year. That is good news, if the phones still work."),
            url=reverse("desk_group", args=[group.slug]),
            button=_("Say how it is"),
            icon="moon",
            minutes=1,
        )


@desk_tasks
def answer_an_offer(group: WatchGroup, person: Person) -> Iterable[Task]:
    """A group that is offered to this organisation, where this person may answer for it."""
    from .access import transfers_to_answer

    for transfer in transfers_to_answer(person).filter(offered_to=group.organisation_id):
        yield _offer(transfer)


@desk_tasks
def look_at_the_costs(group: WatchGroup, person: Person) -> Iterable[Task]:
    """Paid messages that are nearly at the ceiling of the month, or at it."""
    spending = spending_of(group)
    if spending.is_near:
        yield Task(
            kind="group_costs",
            due_at=timezone.now() + SOON,
            title=_("The messages of this month are nearly too dear"),
            sentence=_("Above the ceiling, members get alerts only in ways that are free. See what you want to do."),
            url=reverse("desk_costs", args=[group.slug]),
            button=_("Look at the costs"),
            icon="scale",
            minutes=2,
        )


@desk_meters
def paid_messages(group: WatchGroup) -> Iterable[Meter]:
    """What text messages and calls cost this month, in whole euros."""
    spending = spending_of(group)
    yield Meter(_("Euros for messages this month"), -(-spending.spent // EURO), -(-spending.ceiling // EURO))


@desk_meters
def neighbours_needed(group: WatchGroup) -> Iterable[Meter]:
    """How far a group is that is being formed (R033)."""
    if group.status == Status.FORMING:
        yield Meter(_("Neighbours before we start"), members_of(group).count(), group.needed_members)


@desk_links
def group_pages(group: WatchGroup, person: Person) -> Iterable[Link]:
    yield Link(_("The group"), "settings", reverse("desk_group", args=[group.slug]))


def _offer(transfer: GroupTransfer) -> Task:
    return Task(
        kind="group_offered",
        due_at=transfer.offered_at,
        title=_("Will you take over %(group)s?") % {"group": transfer.group.name},
        sentence=_("%(organisation)s offers this group to you. Say yes or no.")
        % {"organisation": transfer.offered_by.name},
        url=reverse("transfers"),
        button=_("Read the offer"),
        icon="replace",
        minutes=3,
    )
