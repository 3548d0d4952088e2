# SPDX-License-Identifier: EUPL-1.2
"""Showing that one lives there: the way is chosen, the code is typed, the coordinator came by."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.checking import codes, rules
from buurtwacht.enrolment.models import AddressProof, Application
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.services.advance import locked, step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

Way = AddressProof.Way
CORRECTED = "corrected"  # why a way ended: by the applicant's own hand, who sees it on the page


@transaction.atomic
def choose_way(application: Application, way: str) -> AddressProof:
    """The applicant chooses how to show the address. An earlier choice ends; its code does not work any more.

    The same letter again, before it can have arrived, is the letter that is under way already.
    """
    application = locked(application.pk)
    if step_of(application) is not Step.RESIDENCE:
        raise DomainError(_("Your address need not be checked now."))
    now = timezone.now()
    current = open_proof(application)
    if current and current.way == way and not _is_over(current, way):
        return current
    AddressProof.objects.filter(application=application, ended_at=None, proven_at=None).update(ended_at=now, code="")
    code = codes.new_code() if way in (Way.LETTER, Way.NEIGHBOUR) else ""
    proof = AddressProof.objects.create(application=application, way=way, code=code)
    record("residence.asked", proof.pk, application=application.pk, group=application.group_id, way=way)
    return proof


def open_proof(application: Application) -> AddressProof | None:
    """The way that was chosen and has not ended; None when a choice is still to be made."""
    return application.address_proofs.filter(ended_at=None, proven_at=None).order_by("asked_at", "pk").last()


def enter_code(proof: AddressProof, typed: str) -> AddressProof:
    """The code from the letter. A wrong one is counted; the fifth ends this letter. Raises `DomainError`."""
    left = _try(proof, typed)
    if left is None:
        proof.refresh_from_db()
        return proof
    if left == 0:
        raise DomainError(_("That was the last try. Ask for a new letter, or choose another way."))
    raise DomainError(_("That is not the code. Look at the letter again: it has eight letters and figures."))


@transaction.atomic
def _try(proof: AddressProof, typed: str) -> int | None:
    """How many tries are left after a wrong code; None for the right one. The count must stay, so nothing is raised."""
    proof = locked_proof(proof)
    now = timezone.now()
    if (
        proof.ended_at
        or proof.way != Way.LETTER
        or not rules.code_works(proof.printed_at, proof.asked_at, proof.tries, now)
    ):
        raise DomainError(_("This code does not work any more. Ask for a new letter, or choose another way."))
    if codes.same_code(proof.code, typed):
        prove(proof, by=None)
        return None
    proof.tries += 1
    left = rules.MOST_TRIES - proof.tries
    if left == 0:
        proof.ended_at, proof.code = now, ""
    proof.save(update_fields=["tries", "ended_at", "code"])
    record("residence.code_refused", proof.pk, application=proof.application_id, tries=proof.tries)
    return left


@transaction.atomic
def note_visit(proof: AddressProof, *, by: Person, found: bool) -> AddressProof:
    """The coordinator came by and met the applicant at that address; or nobody was there, and another way follows."""
    proof = locked_proof(proof)
    if proof.ended_at or proof.proven_at:
        raise DomainError(_("This visit is no longer needed."))
    if proof.application.person_id == by.pk:
        raise DomainError(_("You cannot confirm your own address. Ask another coordinator."))
    if found:
        return prove(proof, by=by)
    return end(proof, "not_at_home", by=by)


@transaction.atomic
def deny_residence(proof: AddressProof) -> AddressProof:
    """Whoever got the letter says that this person does not live there."""
    proof = locked_proof(proof)
    return proof if proof.ended_at or proof.proven_at else end(proof, "not_here")


@transaction.atomic
def begin_again(application: Application) -> None:
    """The applicant corrected a name or the address: what shows that somebody lives at another door proves nothing."""
    rows = AddressProof.objects.select_for_update(of=("self",)).filter(application=application)
    for proof in rows.filter(ended_at=None, proven_at=None):
        end(proof, CORRECTED)


def prove(proof: AddressProof, *, by: Person | None) -> AddressProof:
    """The address is right. Call it with the proof locked."""
    proof.proven_at, proof.proven_by, proof.code = timezone.now(), by, ""
    proof.save(update_fields=["proven_at", "proven_by", "code"])
    record("residence.proven", proof.pk, by=by, application=proof.application_id, way=proof.way)
    mark_done(proof.application, Step.RESIDENCE, by=by)
    return proof


def end(proof: AddressProof, reason: str, *, by: Person | None = None) -> AddressProof:
    """This way came to nothing; the applicant chooses another. Call it with the proof locked."""
    proof.ended_at, proof.code = timezone.now(), ""
    proof.save(update_fields=["ended_at", "code"])
    record("residence.ended", proof.pk, by=by, application=proof.application_id, way=proof.way, reason=reason)
    return proof


def locked_proof(proof: AddressProof) -> AddressProof:
    """The proof as it is now, locked, with its application. Raises `DomainError` when it is no longer asked."""
    rows = AddressProof.objects.select_for_update(of=("self",)).select_related("application__group__organisation")
    proof = rows.get(pk=proof.pk)
    if proof.proven_at is None and step_of(proof.application) is not Step.RESIDENCE:
        raise DomainError(_("Your address need not be checked now."))
    return proof


def _is_over(proof: AddressProof, way: str) -> bool:
    now = timezone.now()
    if way != Way.LETTER:
        return False
    works = rules.code_works(proof.printed_at, proof.asked_at, proof.tries, now)
    return not works or rules.may_ask_again(proof.printed_at, proof.asked_at, now)
