# SPDX-License-Identifier: EUPL-1.2
"""Who wants to come in, as the coordinator may see it: before approval a first name and a street (R076)."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.checking.nearest import coordinator_for
from buurtwacht.enrolment.models import AddressProof, Application
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.signing.queries import has_signed_confidentiality
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import coordinators_of
from buurtwacht.people.models import Person

from .candidates import Contender, contenders_of


@dataclass(frozen=True, slots=True)
class Waiting:
    """One applicant on the coordinator's list."""

    application: Application
    step: Step | None
    visit: AddressProof | None = None
    coordinator: Membership | None = None
    shows_number: bool = False  # of the house, to a coordinator who promised to keep things private

    @property
    def name(self) -> str:
        return listed_name(self.application)

    @property
    def is_approved(self) -> bool:
        """Have the police agreed? Then name, phone and address may be seen."""
        return self.application.vetted_at is not None and self.step is Step.ADMISSION

    @property
    def door(self) -> str:
        """Street and house number, for who asked the coordinator to come by."""
        application = self.application
        number = application.house_number if self.visit and self.shows_number else ""
        return f"{application.street} {number}".strip()

    @property
    def step_in_words(self) -> str:
        return _STEPS[self.step]() if self.step in _STEPS else _("Is filling in the form.")

    @property
    def waits_long(self) -> bool:
        return timezone.now() - self.application.submitted_at >= rules.LONG_WAIT


@dataclass(frozen=True, slots=True)
class Entrance:
    """Everybody at the door of one group, in the order in which they came."""

    group: WatchGroup
    to_admit: list[Waiting] = field(default_factory=list)
    to_visit: list[Waiting] = field(default_factory=list)
    others: list[Waiting] = field(default_factory=list)
    candidates: list[Contender] = field(default_factory=list)
    coordinators: list[Membership] = field(default_factory=list)
    has_promised: bool = False  # this coordinator signed to keep data of people private

    @property
    def is_quiet(self) -> bool:
        return not (self.to_admit or self.to_visit or self.others or self.candidates)


_STEPS = {
    Step.EMAIL: lambda: _("Has to confirm the mail address."),
    Step.PHONE: lambda: _("Has to confirm the phone number."),
    Step.SIGN: lambda: _("Has to read and sign."),
    Step.GUARDIAN: lambda: _("A parent has to sign."),
    Step.RESIDENCE: lambda: _("Is showing where they live."),
    Step.POLICE: lambda: _("Waits for the police."),
    Step.PLACE: lambda: _("Is on the waiting list."),
    Step.GATE: lambda: _("Is reading the starter pack."),
    Step.ADMISSION: lambda: _("Waits for you."),
}


def listed_name(application: Application) -> str:
    """As neighbours know each other: "Chantal, Merelweg"."""
    return f"{application.first_name}, {application.street}"


def entrance_of(group: WatchGroup, person: Person) -> Entrance:
    """Who stands at the door of this group, for this coordinator. Their own application is not among them."""
    coordinators = list(coordinators_of(group))
    has_promised = has_signed_confidentiality(person, group)
    found = Entrance(group=group, has_promised=has_promised, candidates=contenders_of(group), coordinators=coordinators)
    for application in open_applications(group):
        if application.person_id == person.pk:
            continue
        visit = _visit_of(application)
        step = step_of(application)
        waiting = Waiting(application, step, visit, _looked_after_by(application, coordinators), has_promised)
        if step is Step.ADMISSION:
            found.to_admit.append(waiting)
        elif visit and step is Step.RESIDENCE:
            found.to_visit.append(waiting)
        else:
            found.others.append(waiting)
    return found


def open_applications(group: WatchGroup) -> QuerySet[Application]:
    rows = Application.objects.filter(group=group, ended_at=None).order_by("submitted_at", "pk")
    return rows.select_related("group__organisation", "vetting").prefetch_related("address_proofs")


def long_waits(group: WatchGroup, now: datetime) -> int:
    """How many applications stand still for two weeks, other than at the coordinator's own desk."""
    rows = Application.objects.filter(group=group, ended_at=None, submitted_at__lt=now - rules.LONG_WAIT)
    return rows.filter(status=Application.Status.CHECKING).count()


def _visit_of(application: Application) -> AddressProof | None:
    visits = [proof for proof in application.address_proofs.all() if proof.way == AddressProof.Way.VISIT]
    return next((proof for proof in visits if proof.ended_at is None and proof.proven_at is None), None)


def _looked_after_by(application: Application, coordinators: list[Membership]) -> Membership | None:
    return coordinator_for(application, coordinators) if len(coordinators) > 1 else None
