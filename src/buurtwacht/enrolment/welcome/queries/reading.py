# SPDX-License-Identifier: EUPL-1.2
"""Which leaflets somebody read, and who still waits at the gate."""

from dataclasses import dataclass

from django.db.models import Q

from buurtwacht.enrolment.models import Application, StarterPackReading
from buurtwacht.enrolment.welcome.leaflets import WORKSHOP, Leaflet, leaflets_for
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person


@dataclass(frozen=True, slots=True)
class Shelf:
    """The leaflets of a group, and which of them this reader has read."""

    leaflets: tuple[tuple[Leaflet, bool], ...]
    was_at_workshop: bool

    @property
    def read(self) -> int:
        return sum(is_read for _leaflet, is_read in self.leaflets)

    @property
    def is_complete(self) -> bool:
        return self.was_at_workshop or self.read == len(self.leaflets)

    @property
    def first_unread(self) -> Leaflet | None:
        return next((leaflet for leaflet, is_read in self.leaflets if not is_read), None)


def shelf_of(group: WatchGroup, reader: Application | Person) -> Shelf:
    """The leaflets as this applicant or member sees them."""
    read = codes_read(reader)
    return Shelf(tuple((one, one.code in read) for one in leaflets_for(group.policy)), WORKSHOP in read)


def codes_read(reader: Application | Person) -> set[str]:
    """The codes of what this applicant or member has read."""
    mine = Q(person=reader) if isinstance(reader, Person) else Q(application=reader)
    return set(StarterPackReading.objects.filter(mine).values_list("leaflet", flat=True))


def waiting_at_the_gate(group: WatchGroup) -> list[Application]:
    """Who has done everything but the workshop or the leaflets."""
    there = Application.objects.filter(group=group, ended_at=None, status=Application.Status.APPROVED)
    return list(there.filter(gate_passed_at=None, placed_at__isnull=False).order_by("placed_at", "pk"))
