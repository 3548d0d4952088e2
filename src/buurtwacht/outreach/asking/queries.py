# SPDX-License-Identifier: EUPL-1.2
"""Questions of members, for who asked them and for who answers them."""

from django.db.models import QuerySet
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import members_of, somebody_else_coordinates
from buurtwacht.outreach.models import MemberQuestion
from buurtwacht.people.models import Person

from .rules import DAY, refusal_to_ask


def open_questions_in(group: WatchGroup) -> QuerySet[MemberQuestion]:
    """What waits for an answer, longest first. Who left can read no answer any more."""
    return _in(group).filter(answered_at=None).order_by("asked_at", "pk")


def answered_questions_in(group: WatchGroup) -> QuerySet[MemberQuestion]:
    """What was answered, newest first."""
    return _in(group).filter(answered_at__isnull=False).order_by("-answered_at", "-pk")


def questions_of(person: Person) -> QuerySet[MemberQuestion]:
    """What this person asked first, newest on top."""
    mine = MemberQuestion.objects.filter(asked_by=person, follows=None)
    return mine.select_related("group", "followed_by").order_by("-asked_at", "-pk")


def asked_lately(person: Person) -> int:
    """How many questions this person asked in the last day."""
    return MemberQuestion.objects.filter(asked_by=person, asked_at__gt=timezone.now() - DAY).count()


def why_not(person: Person, group: WatchGroup, *, coordinates: bool) -> str | None:
    """Why this member cannot ask the coordinators of this group now, or `None`."""
    is_coordinated = somebody_else_coordinates(group, person)
    return refusal_to_ask(coordinates=coordinates, is_coordinated=is_coordinated, asked_today=asked_lately(person))


def street_of(question: MemberQuestion) -> str:
    """In which street who asked it lives."""
    membership = members_of(question.group).filter(person=question.asked_by_id).first()
    return membership.street if membership else ""


def _in(group: WatchGroup) -> QuerySet[MemberQuestion]:
    here = MemberQuestion.objects.filter(group=group, asked_by__in=members_of(group).values("person"))
    return here.select_related("asked_by", "group__organisation", "report", "follows")
