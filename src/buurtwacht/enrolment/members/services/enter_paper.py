# SPDX-License-Identifier: EUPL-1.2
"""Somebody without a smartphone joins on paper; a coordinator types what stands there (C14, R083)."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.services import EMAIL, send_code, submit_application
from buurtwacht.enrolment.checking.services import choose_way
from buurtwacht.enrolment.models import AddressProof, Application
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.services.advance import step_of, steps_for
from buurtwacht.enrolment.signing.mark import on_paper
from buurtwacht.enrolment.signing.services import sign_application
from buurtwacht.enrolment.signing.texts import Text
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

SIGNATURE, LETTER = "signature", "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What the coordinator has in hand: the scan, and what was done in person."""

    read: tuple[Text, ...] = ()  # what stood on it, where it has a code; else what holds now
    scan: bytes = b""
    scan_type: str = ""
    name: str = ""  # of who signed
    place: str = ""
    proof: str = SIGNATURE  # of the address: the paper itself, or a letter with a code
    phone_was_called: bool = False
    pack_was_given: bool = False
    proxy: Membership | None = None  # who agreed to ring at the door


@transaction.atomic
def enter_paper(group: WatchGroup, facts: ApplicantFacts, paper: Paper, *, by: Person) -> Application:
    """Begin the application, sign it, and go as far as the paper takes it.

    A mail address is proven by its owner, from the mail that follows. Raises `DomainError` when nothing would reach
    this neighbour, and for what the policy does not allow.
    """
    if not facts.email and not facts.phone and paper.proxy is None:
        raise DomainError(_("Give a phone number, a mail address, or a neighbour who rings at the door."))
    application = submit_application(group, facts, source=Application.Source.PAPER, by=by)
    if paper.proxy:
        application.proxy = paper.proxy
        application.save(update_fields=["proxy"])
    if application.signed_at is None:
        mark = on_paper(paper.scan, paper.scan_type, name=paper.name, place=paper.place)
        application = sign_application(application, mark, transfer=facts.agreed_to_transfer, read=paper.read, by=by)
    for step, is_done in _done_in_person(paper).items():
        if is_done and application.ended_at is None and step in steps_for(application):
            application = mark_done(application, step, by=by)
    return _last_steps(application, paper, by)


def _done_in_person(paper: Paper) -> dict[Step, bool]:
    return {
        Step.PHONE: paper.phone_was_called,
        Step.RESIDENCE: paper.proof == SIGNATURE,
        Step.GATE: paper.pack_was_given,
    }


def _last_steps(application: Application, paper: Paper, by: Person) -> Application:
    """A mail to confirm, or the letter, when those are next; and whoever types a paper lets its writer in."""
    if step_of(application) is Step.EMAIL:
        send_code(application, EMAIL)
    if paper.proof == LETTER and step_of(application) is Step.RESIDENCE:
        choose_way(application, AddressProof.Way.LETTER)
    if step_of(application) is Step.ADMISSION:
        application = mark_done(application, Step.ADMISSION, by=by)
    return application
