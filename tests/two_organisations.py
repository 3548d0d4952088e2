# SPDX-License-Identifier: EUPL-1.2
"""A second organisation beside that of the cast, with people of its own, and ways to see whether the two stay apart."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_type_hints
from uuid import UUID

from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils import timezone

import buurtwacht
from buurtwacht.enrolment.models import Acceptance, AddressProof, Candidacy, Objection, Vetting
from buurtwacht.enrolment.services import mark_done, refuse
from buurtwacht.enrolment.signing.mark import written
from buurtwacht.enrolment.signing.services import sign_confidentiality
from buurtwacht.enrolment.steps import Step
from buurtwacht.enrolment.tests.support import make_application
from buurtwacht.groups.models import (
    DeputyTurn,
    GroupTransfer,
    Membership,
    Organisation,
    OrganisationRole,
    WatchGroup,
)
from buurtwacht.groups.together.services import propose_ending
from buurtwacht.people.models import Person
from buurtwacht.places.models import Area, Street
from buurtwacht.testing.cast import Cast, add_contact_point, join, make_area, make_group, make_organisation, make_person

THERE = {"latitude": 50.8930, "longitude": 5.6480}
ROLES = ("member", "coordinator", "officer", "official", "auditor")


@dataclass
class Others:
    """The other organisation: somebody for each role, in a group elsewhere."""

    organisation: Organisation
    group: WatchGroup
    people: dict[str, Person]

    @property
    def values(self) -> dict[type, list[Model]]:
        """What to ask a query with."""
        memberships = Membership.objects.filter(group=self.group)
        return {
            Person: list(self.people.values()),
            Organisation: [self.organisation],
            WatchGroup: [self.group],
            Membership: list(memberships),
        }


def gather_others() -> Others:
    """Lanaken, with a group in Smeermaas."""
    organisation = make_organisation("Lanaken", police_mailbox="elders@voorbeeld.example")
    area = make_area("Smeermaas", "731070", 5.64, 50.88)
    Street.objects.create(area=area, name="Kerkstraat", **THERE)
    group = make_group(organisation, "Smeermaas", preset="be-lanaken", area=area)
    people = {role: make_person(f"Elders-{role}") for role in ROLES}
    join(group, people["coordinator"], Membership.Role.COORDINATOR, street="Kerkstraat", home=THERE)
    join(group, people["member"], street="Kerkstraat", home=THERE)
    for role in ("officer", "official", "auditor"):
        OrganisationRole.objects.create(organisation=organisation, person=people[role], role=role)
    for person in people.values():
        add_contact_point(person)
    sign_confidentiality(group, people["coordinator"], written(strokes="", name="Elders"))
    return Others(organisation, group, people)


def everything_now() -> set[tuple[str, Any]]:
    """Every row of every model of ours: take it before the other organisation is made.

    Areas are on everybody's map, and the list of organisations is public.
    """
    ours = [model for model in apps.get_models() if model.__module__.startswith("buurtwacht.")]
    shared = (Area, Street, Organisation)
    return {
        (model._meta.label, pk)
        for model in ours
        if model._meta.managed and model not in shared
        for pk in model._base_manager.values_list("pk", flat=True)
    }


def queries() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function in a module or package of queries."""
    seen = set()
    for module in pkgutil.walk_packages(buurtwacht.__path__, "buurtwacht."):
        parts = module.name.split(".")
        if "queries" not in parts or "tests" in parts:
            continue
        for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            home = f"{function.__module__}.{name}"
            if not name.startswith("_") and "queries" in function.__module__.split(".") and home not in seen:
                seen.add(home)
                yield home.removeprefix("buurtwacht."), function


def ways_to_ask(function: Callable[..., Any], others: Others) -> Iterator[list[Any]]:
    """Arguments of the other organisation that fit; none when the query is about something else."""
    hints = get_type_hints(function, localns=vars(inspect.getmodule(function)))
    needed = [
        name for name, one in inspect.signature(function).parameters.items() if one.default is inspect.Parameter.empty
    ]
    choices: list[list[Any]] = [[]]
    for name in needed:
        fitting = others.values.get(hints.get(name, object))
        if fitting is None:
            return
        choices = [[*chosen, value] for chosen in choices for value in fitting]
    yield from choices if needed else []


def rows_in(answer: Any, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """The rows that an answer holds, however deep."""
    if depth > 6 or isinstance(answer, str | bytes | int | float | UUID | type(None)):
        return
    if isinstance(answer, Model):
        yield answer._meta.label, answer.pk
    elif isinstance(answer, QuerySet) and not issubclass(answer.model, Model):
        return
    elif isinstance(answer, dict):
        for part in (*answer.keys(), *answer.values()):
            yield from rows_in(part, depth + 1)
    elif is_dataclass(answer) and not isinstance(answer, type):
        for field in fields(answer):
            yield from rows_in(getattr(answer, field.name), depth + 1)
    elif isinstance(answer, list | tuple | set | frozenset | QuerySet) or inspect.isgenerator(answer):
        for part in answer:
            yield from rows_in(part, depth + 1)


def things_of(cast: Cast) -> dict[str, UUID]:
    """One real thing of ours for each id that can stand in an address."""
    today = timezone.localdate()
    anna, bram = (Membership.objects.get(person=person) for person in (cast.anna, cast.bram))
    zone = make_group(cast.organisation, "Vogelbuurt-zone", preset="be-politiezone")
    asked = mark_done(make_application(zone, "Zwaan"), Step.SIGN)
    refused = refuse(make_application(cast.group, "Uil"))
    applicant = mark_done(make_application(cast.group, "Specht"), Step.SIGN)
    agreed = Acceptance.objects.create(
        group=cast.group,
        person=cast.bram,
        kind="rules",
        way="ticked",
        text="nl/rules/1",
        digest="0" * 64,
        language="nl",
    )
    return {
        "membership_id": bram.pk,
        "turn_id": DeputyTurn.objects.create(coordinator=anna, deputy=bram, first_day=today, last_day=today).pk,
        "proposal_id": propose_ending(cast.group, by=cast.anna).pk,
        "transfer_id": GroupTransfer.objects.create(
            group=cast.next_group, offered_by=cast.organisation, offered_to=make_organisation("Derde")
        ).pk,
        "acceptance_id": agreed.pk,
        "application_id": applicant.pk,
        "proof_id": AddressProof.objects.create(application=applicant, way="visit").pk,
        "vetting_id": Vetting.objects.get_or_create(application=asked)[0].pk,
        "objection_id": Objection.objects.create(application=refused, words="Kijk nog eens.").pk,
        "candidacy_id": Candidacy.objects.create(group=cast.group, membership=bram).pk,
    }


def with_their_slugs(arguments: dict[str, Any], others: Others) -> dict[str, Any]:
    """The same things, in an address that begins with a group or an organisation of the others."""
    theirs = {True: others.organisation.slug, False: others.group.slug}
    slugs = {key: theirs[value == "ede"] for key, value in arguments.items() if value in ("vogelbuurt", "ede")}
    return arguments | slugs
