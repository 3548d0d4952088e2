# SPDX-License-Identifier: EUPL-1.2
"""How neighbours see who wrote something: a first name and a street for the reporter, a street for the others.

Never a family name, a house number, an address or a number (R187).
"""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership
from buurtwacht.people.models import Person

from .models import Entry, Report

Streets = dict[UUID, str]


def streets_of(report: Report, author_ids: Iterable[UUID | None]) -> Streets:
    """Where these people live, for as far as they were ever in this group. One query."""
    known = {author_id for author_id in author_ids if author_id}
    rows = Membership.objects.filter(group_id=report.group_id, person__in=known).order_by("joined_at", "pk")
    return {row.person_id: row.street for row in rows.only("person_id", "street")}


def signature_of(entry: Entry, streets: Streets | None = None) -> str:
    """ "Bram, Merelweg" or "Neighbour, Zwaluwstraat"."""
    if entry.role == Entry.Role.PROGRAM:
        return "Buurtwacht"
    if entry.role == Entry.Role.POLICE:
        return _("Police")
    if streets is None:
        streets = streets_of(entry.report, [entry.author_id])
    street = streets.get(entry.author_id, "") if entry.author_id else ""
    return named(entry.author, entry.role, street)


def named(author: Person | None, role: str, street: str) -> str:
    """The name that neighbours may read, with the street."""
    spoken = {Entry.Role.COORDINATOR: _("Coordinator"), Entry.Role.MEMBER: _("Neighbour")}
    name = author.first_name if author and role == Entry.Role.REPORTER else spoken.get(Entry.Role(role), _("Neighbour"))
    return ", ".join(part for part in (name, street) if part)
