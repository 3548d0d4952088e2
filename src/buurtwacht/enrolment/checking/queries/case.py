# SPDX-License-Identifier: EUPL-1.2
"""One question to the police: only what they need to answer it (R055, R073)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from stdnum.be import ssn

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.models import Candidacy, Clearance, Vetting
from buurtwacht.enrolment.services.advance import ENDED
from buurtwacht.enrolment.steps import asks_national_number
from buurtwacht.groups.models import Membership, WatchGroup

APPLICANT, CANDIDATE, MEMBER = "applicant", "candidate", "member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One question to the police. `subject` is the row that it is about."""

    kind: str
    group: WatchGroup
    asked_at: datetime
    first_name: str
    family_name: str
    address: str
    town: str
    national_number: str = ""
    valid_until: date | None = None  # of somebody whom they agreed with before
    subject: "Vetting | Candidacy | Clearance"

    @property
    def id(self) -> UUID:
        return self.subject.pk

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.family_name}".strip()

    @property
    def number_as_read(self) -> str:
        """The national number as the card has it: "93.05.18-223.61"."""
        return str(ssn.format(self.national_number)) if self.national_number else ""

    @property
    def takes_long(self) -> bool:
        return timezone.now() - self.asked_at >= rules.ANSWER_TAKES


def of_application(vetting: Vetting) -> Case:
    application = vetting.application
    group = application.group
    number = application.national_number if asks_national_number(group.policy) else ""
    return Case(
        kind=APPLICANT,
        group=group,
        asked_at=vetting.asked_at,
        first_name=application.first_name,
        family_name=application.family_name,
        address=f"{application.street} {application.house_number}".strip(),
        town=f"{application.postcode} {application.town}".strip(),
        national_number=number if application.status not in ENDED else "",
        subject=vetting,
    )


def of_candidate(candidacy: Candidacy) -> Case:
    asked_at = candidacy.agreed_at or candidacy.asked_at
    return _of(candidacy.membership, CANDIDATE, candidacy.group, asked_at, candidacy)


def of_member(clearance: Clearance) -> Case:
    membership = clearance.membership
    asked_at = clearance.asked_at or clearance.checked_at
    return _of(membership, MEMBER, membership.group, asked_at, clearance, clearance.valid_until)


def _of(
    membership: Membership,
    kind: str,
    group: WatchGroup,
    asked_at: datetime,
    subject: Candidacy | Clearance,
    valid_until: date | None = None,
) -> Case:
    person = membership.person
    return Case(
        kind=kind,
        group=group,
        asked_at=asked_at,
        first_name=person.first_name,
        family_name=person.family_name,
        address=f"{membership.street} {membership.house_number}".strip(),
        town=f"{membership.postcode} {membership.town}".strip(),
        valid_until=valid_until,
        subject=subject,
    )
