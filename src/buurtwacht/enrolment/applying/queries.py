# SPDX-License-Identifier: EUPL-1.2
"""What the form and the page of an application show."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from buurtwacht.enrolment.models import Application, Vetting
from buurtwacht.enrolment.services.advance import step_of, steps_for
from buurtwacht.enrolment.services.in_the_way import membership_in_the_way
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import coordinators_of, members_of
from buurtwacht.lib.phones import readable_phone
from buurtwacht.people.models import Person

from . import routes, rules
from .asking import Situation
from .stages import doer_of, title_of, usual_time

Status = Application.Status
State = Literal["done", "now", "next"]
BEGUN = (Status.CONFIRMED, Status.CHECKING, Status.WAITING, Status.APPROVED)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step as the applicant sees it: what, who does it, and how long that usually takes."""

    title: str
    doer: str
    time: str
    state: State


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an application is. `place` is the number on the waiting list, `number` that in a group being formed.

    `in_the_way` is a membership that must end first.
    """

    stages: tuple[Stage, ...]
    step: Step | None
    next_page: str
    coordinators: str
    place: int = 0
    number: int = 0
    in_the_way: Membership | None = None


def progress_of(application: Application) -> Progress:
    """Everything on the page of an application."""
    step, names = step_of(application), first_names_of_coordinators(application.group)
    return Progress(
        stages=tuple(_stages(application, step, names)),
        step=step,
        next_page=routes.page_for(application, step),
        coordinators=names,
        place=place_in_queue(application) if application.status == Status.WAITING else 0,
        number=number_in_forming_group(application),
        in_the_way=membership_in_the_way(application),
    )


def may_be_changed(application: Application) -> bool:
    """Can the applicant still put right what they filled in? Not once it was checked, or went to the police."""
    return rules.may_be_changed(application) and not Vetting.objects.filter(application=application).exists()


def proves_phone(application: Application) -> bool:
    """Is the phone number what this application waits for now?"""
    return step_of(application) is Step.PHONE


def phone_of(application: Application) -> str:
    """The phone number as its owner writes it."""
    return readable_phone(application.phone, application.group.policy.country)


def place_in_queue(application: Application) -> int:
    """The number on the waiting list, from 1."""
    waiting = Application.objects.filter(group=application.group_id, status=Status.WAITING, ended_at=None)
    return waiting.filter(submitted_at__lt=application.submitted_at).count() + 1


def number_in_forming_group(application: Application) -> int:
    """The how manieth neighbour this is in a group that is being formed, from 1; 0 in any other group."""
    group = application.group
    if group.status not in (WatchGroup.Status.IDEA, WatchGroup.Status.FORMING) or application.ended_at:
        return 0
    earlier = Application.objects.filter(group=group, ended_at=None, status__in=BEGUN)
    return members_of(group).count() + earlier.filter(submitted_at__lt=application.submitted_at).count() + 1


def stages_ahead(group: WatchGroup) -> list[Stage]:
    """What comes after the form in this group, for somebody who has not begun."""
    nobody = Application(group=group, email="nobody")
    return _stages(nobody, Step.EMAIL, first_names_of_coordinators(group))


def first_names_of_coordinators(group: WatchGroup) -> str:
    """ "Anna" or "Anna, Gerrit"; nothing for a group without one."""
    return ", ".join(one.person.first_name for one in coordinators_of(group))


def needs_coordinator(group: WatchGroup) -> bool:
    """Does this group still look for somebody who guides it?"""
    return group.status != WatchGroup.Status.ACTIVE or not coordinators_of(group).exists()


def situation_of(group: WatchGroup, person: Person | None) -> Situation:
    """What is known before the form is shown."""
    return Situation(is_signed_in=person is not None, needs_coordinator=needs_coordinator(group))


def going_on(group: WatchGroup, person: Person) -> Application | None:
    """This person's own application to the group, when there is one."""
    return Application.objects.filter(group=group, person=person, ended_at=None).first()


def _stages(application: Application, step: Step | None, names: str) -> list[Stage]:
    steps = [one for one in steps_for(application) if one is not Step.PLACE or step is Step.PLACE]
    if application.status == Status.JOINED:  # only what this one did: the rules may ask more of who comes later
        steps = [one for one in steps if getattr(application, one.value)]
    found = []
    for one in steps:
        state = _state(application, one, step)
        found.append(
            Stage(title_of(one, is_done=state == "done"), doer_of(one, application, names), usual_time(one), state)
        )
    return [*found, Stage(_("You take part"), "", "", "done" if application.status == Status.JOINED else "next")]


def _state(application: Application, one: Step, step: Step | None) -> State:
    if one is step:
        return "now"
    return "done" if getattr(application, one.value) else "next"
