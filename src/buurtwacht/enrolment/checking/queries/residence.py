# SPDX-License-Identifier: EUPL-1.2
"""How far the check of an address is, and which letters and visits wait."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from buurtwacht.enrolment.checking import codes, rules
from buurtwacht.enrolment.models import AddressProof, Application
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.queries import coordinators_of, has_official, members_of

Way = AddressProof.Way
REPRINT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Residence:
    """What the page about the address shows: the way that was chosen, and which ways there are."""

    application: Application
    proof: AddressProof | None
    last: AddressProof | None  # how the last attempt ended, when there is no other under way
    ways: tuple[str, ...]

    @property
    def code_works(self) -> bool:
        proof = self.proof
        return proof is not None and rules.code_works(proof.printed_at, proof.asked_at, proof.tries, timezone.now())

    @property
    def tries_left(self) -> int:
        return rules.MOST_TRIES - self.proof.tries if self.proof else 0

    @property
    def may_ask_again(self) -> bool:
        proof = self.proof
        late = proof is not None and rules.may_ask_again(proof.printed_at, proof.asked_at, timezone.now())
        return late or not self.code_works

    @property
    def code_ends_at(self) -> datetime | None:
        proof = self.proof
        return (proof.printed_at or proof.asked_at) + rules.CODE_WORKS_FOR if proof else None

    @property
    def code_for_neighbour(self) -> str:
        return codes.shown(self.proof.code) if self.proof else ""


def residence_of(application: Application) -> Residence:
    """How far this applicant is with showing where they live."""
    proofs = list(application.address_proofs.order_by("asked_at", "pk"))
    running = [proof for proof in proofs if proof.ended_at is None and proof.proven_at is None]
    ended = [proof for proof in proofs if proof.ended_at is not None]
    return Residence(
        application=application,
        proof=running[-1] if running else None,
        last=ended[-1] if ended and not running else None,
        ways=tuple(_ways(application)) or (Way.LETTER,),
    )


def _ways(application: Application) -> Iterable[str]:
    group = application.group
    coordinated = coordinators_of(group).exclude(person=application.person_id).exists()
    if coordinated or printed_by_officials(group.organisation):
        yield Way.LETTER
    if members_of(group).exclude(person=application.person_id).exists():
        yield Way.NEIGHBOUR
    if coordinated:
        yield Way.VISIT


def printable(groups: Iterable[WatchGroup], *, again: bool = False) -> QuerySet[AddressProof]:
    """Letters of these groups that wait for a printer; with `again` those that left it in the last days."""
    rows = AddressProof.objects.filter(
        way=Way.LETTER,
        ended_at=None,
        proven_at=None,
        application__group__in=list(groups),
        application__ended_at=None,
        application__residence_proven_at=None,
    )
    when = {"printed_at__gte": timezone.now() - REPRINT} if again else {"printed_at": None}
    return rows.filter(**when).order_by("asked_at", "pk")


def printed_by_officials(organisation: Organisation) -> bool:
    """Does the municipality print the letters? Where it has nobody who signs in, the coordinator does."""
    return has_official(organisation)


def visits_of(group: WatchGroup) -> QuerySet[AddressProof]:
    """Applicants who asked the coordinator to come by."""
    rows = AddressProof.objects.filter(way=Way.VISIT, ended_at=None, proven_at=None, application__group=group)
    return rows.filter(application__ended_at=None).select_related("application").order_by("asked_at", "pk")
