# SPDX-License-Identifier: EUPL-1.2
"""Brings an application as far as its story goes, by the services that real neighbours use."""

from datetime import datetime, timedelta

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.services import EMAIL, PHONE, apply_on_site, prove, send_code
from buurtwacht.enrolment.checking.queries import cases_of
from buurtwacht.enrolment.checking.services import (
    choose_way,
    enter_code,
    give_verdict,
    object_to_refusal,
    print_letters,
)
from buurtwacht.enrolment.models import Application, Invitation
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.signing.mark import TICK, Mark, written
from buurtwacht.enrolment.signing.rules import signed_kind
from buurtwacht.enrolment.signing.services import sign_application
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.pages.demo.clock import ago, as_if
from buurtwacht.pages.demo.organisations import GROUPS
from buurtwacht.pages.demo.people import DOMAIN
from buurtwacht.pages.demo.places import homes_along
from buurtwacht.people.models import Person
from buurtwacht.policy.model import Vetting

from .newcomers import Newcomer, Stage

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
PEN = "M60 80L62 84L70 96L90 120L120 90L150 60M160 70L200 110L240 90L262 101L290 84"  # a scribble, as our pen writes it
OBJECTION = "Ik woon hier al twaalf jaar en heb nooit iets gedaan. Misschien verwart u mij met iemand anders."
WAYS = {Stage.LETTER: "letter", Stage.PRINTED: "letter", Stage.JOINED: "letter"}


def tell_newcomer(newcomer: Newcomer) -> None:
    """One application, from the form to where it stands now."""
    start = ago(newcomer.days, hour=newcomer.hour)
    with as_if(start):
        application = apply_on_site(_group_of(newcomer), _facts_of(newcomer), invitation=_invitation_of(newcomer))
        handle_due_lines(1000)
    if application and newcomer.stage != Stage.CODE:
        _go_on(application, newcomer, start)


def _go_on(application: Application, newcomer: Newcomer, start: datetime) -> None:
    with as_if(start + 3 * MINUTE):
        application = prove(application, EMAIL)
        if step_of(application) is Step.PHONE:
            send_code(application, PHONE)
            handle_due_lines(1000)
            application = prove(application, PHONE)
        handle_due_lines(1000)
    with as_if(start + 6 * MINUTE):
        if step_of(application) is Step.SIGN:
            application = sign_application(application, _mark_of(application))
        handle_due_lines(1000)
        if step_of(application) is Step.RESIDENCE:
            choose_way(application, WAYS.get(newcomer.stage, newcomer.stage.value))
            handle_due_lines(1000)
    _check(application, newcomer, start)


def _mark_of(application: Application) -> Mark:
    if not signed_kind(application.group.policy):
        return TICK
    town = application.town
    return written(strokes=PEN, name=f"{application.first_name} {application.family_name}", place=town)


def _check(application: Application, newcomer: Newcomer, start: datetime) -> None:
    """What others did with it in the days after."""
    if newcomer.stage in (Stage.PRINTED, Stage.JOINED):
        with as_if(start + DAY):
            print_letters([application.group], by=_person("eva"))
            handle_due_lines(1000)
    if newcomer.stage == Stage.JOINED:
        with as_if(start + 4 * DAY):
            proof = application.address_proofs.get()
            enter_code(proof, proof.code)
            handle_due_lines(1000)
    if newcomer.stage in (Stage.AGREED, Stage.REFUSED):
        with as_if(start + 3 * DAY):
            _decide(application, "yes" if newcomer.stage == Stage.AGREED else "no")
    if newcomer.stage == Stage.REFUSED:
        with as_if(start + 5 * DAY):
            object_to_refusal(application, OBJECTION)
            handle_due_lines(1000)


def _decide(application: Application, verdict: str) -> None:
    cases = cases_of(application.group.organisation)
    case = next(case for case in cases if case.first_name == application.first_name)
    give_verdict(case, verdict, by=_person("peter"))
    handle_due_lines(1000)


def _facts_of(newcomer: Newcomer) -> ApplicantFacts:
    plan = next(plan for plan in GROUPS if plan.slug == newcomer.group)
    group = _group_of(newcomer)
    beside = [home for home in homes_along(plan.quarter) if home.street == newcomer.street]
    latitude, longitude = min(beside, key=lambda home: abs(home.number - newcomer.number)).spot
    return ApplicantFacts(
        first_name=newcomer.name,
        family_name=newcomer.family_name,
        email=newcomer.email,
        phone=newcomer.phone,
        street=newcomer.street,
        house_number=str(newcomer.number),
        postcode=plan.quarter.postcode_of(newcomer.street),
        town=plan.quarter.town,
        home={"latitude": latitude, "longitude": longitude},
        is_minor=bool(newcomer.parent),
        guardian_name=f"{newcomer.parent} {newcomer.family_name}" if newcomer.parent else "",
        guardian_email=newcomer.parent_email,
        agreed_to_transfer=group.policy.vetting == Vetting.POLICE,
        language=group.organisation.language,
    )


def _group_of(newcomer: Newcomer) -> WatchGroup:
    return WatchGroup.objects.select_related("organisation", "area").get(slug=newcomer.group)


def _invitation_of(newcomer: Newcomer) -> Invitation | None:
    found = Invitation.objects.filter(group__slug=newcomer.group, way=newcomer.invited)
    return found.filter(street__in=["", newcomer.street]).first() if newcomer.invited else None


def _person(key: str) -> Person:
    return Person.objects.get(email=f"{key}@{DOMAIN}")
