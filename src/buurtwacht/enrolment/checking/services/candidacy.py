# SPDX-License-Identifier: EUPL-1.2
"""From "I would like to coordinate" to coordinator: screened where the rules ask for it, signed, appointed."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.checking.queries.candidates import is_ready
from buurtwacht.enrolment.models import Candidacy, Clearance, Verdict
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import coordinators_of
from buurtwacht.groups.services import appoint_coordinator, relieve_coordinator
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .clearance import clear_member


@transaction.atomic
def open_candidacy(membership: Membership, *, by: Person | None = None) -> Candidacy:
    """A member would like to coordinate. Saying it twice changes nothing; after a withdrawal it starts again.

    Who coordinates already, but was never checked where the rules ask for it, is screened afterwards.
    Raises `DomainError` for other coordinators, and for who was not agreed with less than a year ago.
    """
    membership = (
        Membership.objects.select_for_update(of=("self",)).select_related("group__organisation").get(pk=membership.pk)
    )
    coordinates = membership.role == Membership.Role.COORDINATOR
    if membership.left_at or (coordinates and not lacks_screening(membership)):
        raise DomainError(_("You coordinate this group already, or you no longer take part in it."))
    candidacy = Candidacy.objects.filter(membership=membership).first()
    if candidacy and candidacy.ended_at is None:
        return candidacy
    if candidacy and _refused_lately(candidacy):
        raise DomainError(_("This cannot be asked again within a year. Questions? Ask the police or the municipality."))
    if candidacy:
        candidacy.delete()
    candidacy = Candidacy.objects.create(group=membership.group, membership=membership)
    record("candidacy.opened", candidacy.pk, by=by, member=membership.pk, group=membership.group_id)
    return candidacy


@transaction.atomic
def offer(membership: Membership, *, agrees: bool, by: Person) -> Candidacy:
    """A member offers to coordinate and, where the police are asked, agrees to that."""
    candidacy = open_candidacy(membership, by=by)
    return agree_to_screening(candidacy, by=by) if agrees else candidacy


@transaction.atomic
def agree_to_screening(candidacy: Candidacy, *, by: Person) -> Candidacy:
    """The candidate agrees that name and address go to the police (R074). Then they are in the queue."""
    candidacy = _locked(candidacy)
    if candidacy.agreed_at is None:
        candidacy.agreed_at = timezone.now()
        candidacy.save(update_fields=["agreed_at"])
        record("candidacy.sent", candidacy.pk, by=by, group=candidacy.group_id, fields="name.address")
    return candidacy


@transaction.atomic
def screen_candidate(candidacy: Candidacy, verdict: str, *, until: date | None, by: Person) -> Candidacy:
    """What the police say of a candidate. After a no the candidacy ends; the membership does not.

    Who was appointed before being screened stays coordinator after a yes, and is a member again after a no.
    """
    candidacy = _locked(candidacy)
    if candidacy.verdict:
        raise DomainError(_("This one has been answered already. Nothing was changed."))
    candidacy.verdict, candidacy.valid_until = verdict, until
    candidacy.decided_at, candidacy.decided_by = timezone.now(), by
    if verdict == Verdict.NO:
        candidacy.ended_at = timezone.now()
    if candidacy.membership.role == Membership.Role.COORDINATOR:
        _screened_afterwards(candidacy)
    candidacy.save()
    record("candidacy.decided", candidacy.pk, by=by, group=candidacy.group_id, verdict=str(verdict))
    return candidacy


@transaction.atomic
def appoint_if_ready(candidacy: Candidacy, *, by: Person | None = None) -> Candidacy:
    """Make a coordinator of a candidate who is screened, where that is asked, and who has signed.

    Without `by` the program does it, which it may only where nobody coordinates the group yet (R016). Does nothing for
    who is not ready.
    """
    candidacy = _locked(candidacy)
    group, membership = candidacy.group, candidacy.membership
    if not is_ready(candidacy):
        return candidacy
    if by is None and coordinators_of(group).exists():
        return candidacy
    now = timezone.now()
    candidacy.signed_at, candidacy.appointed_at, candidacy.ended_at = candidacy.signed_at or now, now, now
    candidacy.save(update_fields=["signed_at", "appointed_at", "ended_at"])
    appoint_coordinator(membership, by=by)
    if rules.screens_coordinators(group.policy):
        clear_member(membership, candidacy.verdict, candidacy.valid_until, by=candidacy.decided_by)
    record("candidacy.appointed", candidacy.pk, by=by, member=membership.pk, group=group.pk)
    return candidacy


@transaction.atomic
def end_candidacy(candidacy: Candidacy, *, by: Person, reason: str = "withdrawn") -> Candidacy:
    """The candidate thinks better of it, or the coordinators choose another."""
    candidacy = _locked(candidacy)
    candidacy.ended_at = timezone.now()
    candidacy.save(update_fields=["ended_at"])
    record("candidacy.ended", candidacy.pk, by=by, group=candidacy.group_id, reason=reason)
    return candidacy


def lacks_screening(membership: Membership) -> bool:
    """Do the rules ask the police about this coordinator, and did they never agree?"""
    asks = rules.screens_coordinators(membership.group.policy)
    return asks and not Clearance.objects.filter(membership=membership).exists()


def _screened_afterwards(candidacy: Candidacy) -> None:
    candidacy.ended_at = timezone.now()
    if candidacy.verdict == Verdict.NO:
        relieve_coordinator(candidacy.membership, by=candidacy.decided_by, last_too=True, decided=True)
        return
    candidacy.appointed_at = candidacy.ended_at
    clear_member(candidacy.membership, candidacy.verdict, candidacy.valid_until, by=candidacy.decided_by)


def _refused_lately(candidacy: Candidacy) -> bool:
    decided_at = candidacy.decided_at
    return candidacy.verdict == Verdict.NO and decided_at is not None and timezone.now() - decided_at < rules.YEAR


def _locked(candidacy: Candidacy) -> Candidacy:
    rows = Candidacy.objects.select_for_update(of=("self",)).select_related(
        "group__organisation", "membership__person", "membership__group"
    )
    candidacy = rows.get(pk=candidacy.pk)
    if candidacy.ended_at or candidacy.membership.left_at:
        raise DomainError(_("This candidacy has ended."))
    return candidacy
