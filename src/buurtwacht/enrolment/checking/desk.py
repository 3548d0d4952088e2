# SPDX-License-Identifier: EUPL-1.2
"""What checks put on the coordinator's desk."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from buurtwacht.enrolment.models import Application, Candidacy
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.desk_registry import NEIGHBOURS, Link, Task, desk_links, desk_tasks
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.starting import clears, needs
from buurtwacht.people.models import Person

from . import queries
from .queries.candidates import may_coordinate
from .queries.entrance import long_waits

ANSWER_IN = timedelta(days=2)  # "usually within two days", says the page of the applicant
MOST_SINGLE = 3  # more than this and they stand together as one task

clears(may_coordinate)  # nobody is appointed past the police


@needs(gettext_lazy("It is clear where the coordinator lives."))
def lives_there(coordinator: Membership) -> bool:
    """The first neighbour of a new group came in unchecked; it starts when neighbours confirmed the address."""
    return not coordinator.is_unchecked


@desk_links
def link_to_applications(group: WatchGroup, person: Person) -> Iterator[Link]:
    yield Link(_("New neighbours"), "user-plus", reverse("desk_applications", args=[group.slug]), NEIGHBOURS)
    yield Link(_("Neighbourhood officer"), "badge", reverse("desk_officer", args=[group.slug]))


@desk_tasks
def applications_to_answer(group: WatchGroup, person: Person) -> Iterator[Task]:
    """Neighbours at the door, visits to make, letters to print, and waits that take long."""
    entrance = queries.entrance_of(group, person)
    url = reverse("desk_applications", args=[group.slug])
    if len(entrance.to_admit) > MOST_SINGLE:
        yield _many(entrance.to_admit, url)
    else:
        yield from (_one(waiting, url) for waiting in entrance.to_admit)
    yield from (_visit(waiting, url) for waiting in entrance.to_visit)
    yield from (_candidate(one.candidacy, url) for one in entrance.candidates if one.is_ready)
    yield from _own_screening(group, person)
    yield from _own_address(group, person)
    yield from _letters(group)
    yield from _waits(group, url)


def _one(waiting: queries.Waiting, url: str) -> Task:
    application = waiting.application
    return Task(
        kind="application",
        due_at=_since(application) + ANSWER_IN,
        tag=_("New neighbour"),
        title=_("%(name)s would like to take part") % {"name": waiting.name},
        sentence=_("The police agree. One tap and they are in.")
        if waiting.is_approved
        else _("One tap and they are in."),
        url=url,
        button=_("Look"),
        icon="user-plus",
    )


def _many(waiting: list[queries.Waiting], url: str) -> Task:
    count = {"count": len(waiting)}
    return Task(
        kind="application",
        due_at=_since(waiting[0].application) + ANSWER_IN,
        tag=_("New neighbours"),
        title=_("%(count)s neighbours would like to take part") % count,
        sentence=_("One tap and they are in."),
        url=url,
        button=_("Look"),
        icon="user-plus",
        minutes=2,
    )


def _visit(waiting: queries.Waiting, url: str) -> Task:
    visit = waiting.visit
    asked_at = visit.asked_at if visit else waiting.application.submitted_at
    return Task(
        kind="visit",
        due_at=asked_at + timedelta(days=7),
        tag=_("Come by"),
        title=_("%(name)s asks you to come by") % {"name": waiting.application.first_name},
        sentence=_("At %(door)s. After that you say: I have been there.") % {"door": waiting.door},
        url=url,
        button=_("Look"),
        icon="walk",
        minutes=15,
    )


def _candidate(candidacy: Candidacy, url: str) -> Task:
    return Task(
        kind="candidate",
        due_at=candidacy.asked_at + timedelta(days=7),
        tag=_("Coordinating"),
        title=_("%(name)s can coordinate with you") % {"name": candidacy.membership.person.first_name},
        sentence=_("Everything that the rules ask is done."),
        url=url,
        button=_("Look"),
        icon="users",
    )


def _own_screening(group: WatchGroup, person: Person) -> Iterator[Task]:
    """A coordinator who was appointed before the police were asked."""
    membership = membership_in(person, group)
    candidate = queries.candidate_of(membership) if membership else None
    if candidate and candidate.coordinates and candidate.is_open and candidate.has_to_agree:
        yield Task(
            kind="screening",
            due_at=timezone.now() + timedelta(days=7),
            tag=_("Coordinating"),
            title=_("The police check who coordinates"),
            sentence=_("Say whether they may check you."),
            url=reverse("candidacy", args=[group.slug]),
            button=_("Look"),
            icon="user-check",
        )


def _own_address(group: WatchGroup, person: Person) -> Iterator[Task]:
    """A coordinator of a new group, who came in before anybody could check."""
    membership = membership_in(person, group)
    if membership and membership.is_unchecked:
        yield Task(
            kind="own_address",
            due_at=membership.joined_at + timedelta(days=14),
            tag=_("Before the start"),
            title=_("Neighbours confirm where you live"),
            sentence=_("Two neighbours from two other houses. They got a mail with the page."),
            url=reverse("first_neighbours", args=[group.slug]),
            button=_("Look"),
            icon="home",
        )


def _letters(group: WatchGroup) -> Iterator[Task]:
    """Only where the municipality has nobody who prints them."""
    if queries.printed_by_officials(group.organisation):
        return
    waiting, _again, oldest = queries.letters_waiting([group])
    if waiting and oldest:
        yield Task(
            kind="letters",
            due_at=oldest + timedelta(days=3),
            tag=_("Letters"),
            title=ngettext("%(count)s letter to print", "%(count)s letters to print", waiting) % {"count": waiting},
            sentence=_("For a window envelope."),
            url=reverse("desk_letters", args=[group.slug]),
            button=_("To the letters"),
            icon="mail",
            minutes=5,
        )


def _waits(group: WatchGroup, url: str) -> Iterator[Task]:
    now = timezone.now()
    count = long_waits(group, now)
    if count:
        yield Task(
            kind="long_wait",
            due_at=now + timedelta(days=3),
            tag=_("Takes long"),
            title=ngettext(
                "%(count)s neighbour waits longer than two weeks",
                "%(count)s neighbours wait longer than two weeks",
                count,
            )
            % {"count": count},
            sentence=_("Look where it stands still."),
            url=url,
            button=_("Look"),
            icon="hourglass",
        )


def _since(application: Application) -> datetime:
    """Since when an application waits for the coordinator: the last thing that was done before."""
    done = [getattr(application, step.value) for step in Step if step is not Step.ADMISSION]
    return max((moment for moment in done if moment), default=application.submitted_at)
