# SPDX-License-Identifier: EUPL-1.2
"""Who is in no group any more is forgotten after a month, without having to ask."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.staying import rules
from buurtwacht.groups.models import Membership, OrganisationRole
from buurtwacht.people.models import Person
from buurtwacht.people.services import erase_person
from buurtwacht.privacy.models import DeletionProof

PERSON = "people.Person"

Keeps = Callable[[datetime], QuerySet[Any, Any]]
_keeps: list[Keeps] = []


def keeps_people(source: Keeps) -> Keeps:
    """Register a function that gives the ids of people who are not to be forgotten yet: they can still appeal."""
    if source not in _keeps:
        _keeps.append(source)
    return source


def erase_left_behind(now: datetime) -> int:
    """Erase persons without any group, task or application for thirty days, and keep proof of how many."""
    since = now - rules.LEFT_BEHIND
    theirs = Q(person=OuterRef("pk"))
    member = Membership.objects.filter(theirs & (Q(left_at=None) | Q(left_at__gt=since)))
    applicant = Application.objects.filter(theirs & (Q(ended_at=None) | Q(ended_at__gt=since)))
    role = OrganisationRole.objects.filter(theirs)
    nobody = Person.objects.filter(~Exists(member), ~Exists(applicant), ~Exists(role), erased_at=None)
    nobody = nobody.filter(created_at__lt=since)
    for keeps in _keeps:
        nobody = nobody.exclude(pk__in=keeps(now))
    return sum(_erase(person, now) for person in nobody)


@transaction.atomic
def _erase(person: Person, now: datetime) -> bool:
    if not erase_person(person):
        return False
    DeletionProof.objects.create(at=now, model=PERSON, rows=1, kept_for=rules.LEFT_BEHIND)
    return True
