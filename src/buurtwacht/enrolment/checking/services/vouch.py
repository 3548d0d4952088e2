# SPDX-License-Identifier: EUPL-1.2
"""A neighbour who is a member says that they know the applicant, or that they do not."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.models import AddressProof
from buurtwacht.groups.models import Membership
from buurtwacht.journal.queries import lines_about
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person

from .residence import end, locked_proof, prove

VOUCHED = "neighbour.vouched"


@transaction.atomic
def vouch(proof: AddressProof, neighbour: Membership) -> AddressProof:
    """This neighbour knows the applicant, who lives there. Raises `DomainError` for a housemate, and after five."""
    Person.objects.select_for_update().get(pk=neighbour.person_id)  # so that the sixth is not told twice at once
    proof = locked_proof(proof)
    application = proof.application
    rules.check_voucher(
        is_self=application.person_id == neighbour.person_id,
        shares_door=rules.same_household(
            application.street, application.house_number, neighbour.street, neighbour.house_number
        ),
        given=vouches_of(neighbour, rules.YEAR),
    )
    if proof.ended_at or proof.proven_at:
        return proof
    proof.neighbour = neighbour
    proof.save(update_fields=["neighbour"])
    record(VOUCHED, neighbour.pk, by=neighbour.person, proof=proof.pk, group=neighbour.group_id)
    return prove(proof, by=neighbour.person)


@transaction.atomic
def say_unknown(proof: AddressProof, neighbour: Membership) -> AddressProof:
    """This neighbour does not know the applicant. Nothing is decided: another way follows."""
    proof = locked_proof(proof)
    return proof if proof.ended_at or proof.proven_at else end(proof, "not_known", by=neighbour.person)


def vouches_of(neighbour: Membership, within: timedelta) -> int:
    """For how many people this member vouched lately. The journal knows; the applications are gone by then."""
    lines = lines_about([neighbour.pk]).filter(action=VOUCHED, at__gte=timezone.now() - within)
    return lines.count()
