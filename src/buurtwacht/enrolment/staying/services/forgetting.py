# SPDX-License-Identifier: EUPL-1.2
"""Who is in no group any more is forgotten after a month, without having to ask."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.staying import rules
from buurtwacht.groups.models import Membership, OrganisationRole
from buurtwacht.people.models import Person
from buurtwacht.people.services import erase_person
from buurtwacht.privacy.models import DeletionProof

PERSON = "people.Person"


def erase_left_behind(now: datetime) -> int:
    """Erase persons without any group, task or application for thirty days, and keep proof of how many."""
    since = now - rules.LEFT_BEHIND
    theirs = Q(person=OuterRef("pk"))
    member = Membership.objects.filter(theirs & (Q(left_at=None) | Q(left_at__gt=since)))
    applicant = Application.objects.filter(theirs & (Q(ended_at=None) | Q(ended_at__gt=since)))
    role = OrganisationRole.objects.filter(theirs)
    nobody = Person.objects.filter(~Exists(member), ~Exists(applicant), ~Exists(role), erased_at=None)
    return sum(_erase(person, now) for person in nobody.filter(created_at__lt=since))


@transaction.atomic
def _erase(person: Person, now: datetime) -> bool:
    if not erase_person(person):
        return False
    DeletionProof.objects.create(at=now, model=PERSON, rows=1, kept_for=rules.LEFT_BEHIND)
    return True
