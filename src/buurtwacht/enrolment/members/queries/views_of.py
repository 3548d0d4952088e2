# SPDX-License-Identifier: EUPL-1.2
"""Who looked at somebody's data: what the journal says, told to that person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import memberships_of
from buurtwacht.journal.models import Line
from buurtwacht.people.models import Person

AT_ONCE = 200
OWN_PAGE, LIST, FILE = "member.viewed", "members.viewed", "members.exported"


@dataclass(frozen=True, slots=True)
class View:
    """One time that somebody looked: when, who by first name, in which group, and at what."""

    at: datetime
    name: str
    group: str
    what: str


def views_of(person: Person) -> Sequence[View]:
    """Newest first. One's own looking is left out; whoever is gone since has no name any more."""
    own = list(memberships_of(person))
    if not own:
        return []
    lines = list(Line.objects.filter(_about(own)).exclude(by_id=person.pk).order_by("-pk")[:AT_ONCE])
    people = Person.objects.in_bulk({line.by_id for line in lines if line.by_id})
    groups = {str(one.group_id): one.group.name for one in own}
    return [
        View(line.at, _name(people.get(line.by_id)), groups.get(str(line.facts.get("group")), ""), line.action)
        for line in lines
    ]


def _about(own: Sequence[Membership]) -> Q:
    """Lines about this member, and about the whole register since this member joined."""
    about = Q(action=OWN_PAGE, subject_id__in=[one.pk for one in own])
    for one in own:
        about |= Q(action__in=[LIST, FILE], subject_id=one.group_id, at__gte=one.joined_at)
    return about


def _name(person: Person | None) -> str:
    return str(person.first_name) if person and not person.erased_at else ""
