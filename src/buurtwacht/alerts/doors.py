# SPDX-License-Identifier: EUPL-1.2
"""Neighbours whom no alert reaches: somebody who agreed to it rings at their door, and reads that in the alert."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import members_of
from buurtwacht.reports.compose.text import joined
from buurtwacht.reports.models import Entry

from .messages import Words

Kind = Entry.Kind
PASSED_ON = (Kind.SHARED, Kind.RAISED, Kind.CLOSING, Kind.FALSE_ALARM, Kind.WITHDRAWN)  # how it begins and how it ends


@dataclass(frozen=True, slots=True)
class Door:
    """At whose door somebody rings, as neighbours know each other."""

    name: str
    street: str


Doors = Mapping[UUID, tuple[Door, ...]]  # by the person who rings


def has_doors() -> Exists:
    """For the query of an entry: does anybody in this group have somebody who rings at their door?"""
    return Exists(Membership.objects.filter(group=OuterRef("report__group"), left_at=None, proxy__isnull=False))


def doors_of(entry: Entry) -> Doors:
    """At whose doors the hearers of this entry ring. A question only where somebody has such a neighbour."""
    if not getattr(entry, "has_doors", True) or entry.kind not in PASSED_ON:
        return {}
    rung = members_of(entry.report.group).filter(proxy__isnull=False, proxy__left_at=None)
    found: dict[UUID, list[Door]] = defaultdict(list)
    for ringer, name, street in rung.values_list("proxy__person_id", "person__first_name", "street"):
        found[ringer].append(Door(str(name), str(street)))
    return {ringer: tuple(doors) for ringer, doors in found.items()}


def passed_on(words: Words, doors: Sequence[Door]) -> Words:
    """The same news, with the request to pass it on. Never on a locked screen that is to say little."""
    if not doors:
        return words
    lines = [_("Ring at the door of %(name)s, %(street)s too, if that is safe.") % _named(door) for door in doors]
    asked = " ".join(lines)
    return replace(
        words,
        story=joined((words.story, asked)),
        letter=f"{words.letter}\n\n{asked}" if words.letter else "",
    )


def _named(door: Door) -> dict[str, str]:
    return {"name": door.name, "street": door.street}
