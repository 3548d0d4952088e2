# SPDX-License-Identifier: EUPL-1.2
"""Doors of what is worth knowing: members read, coordinators decide, police and municipality offer."""

from typing import NoReturn
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.groups.access import (
    check_welcomed,
    group_to_coordinate,
    membership_for,
    organisation_for_officer,
    organisation_for_official,
)
from buurtwacht.groups.models import InfoNote, Organisation, WatchGroup
from buurtwacht.lib.errors import NotFound
from buurtwacht.people.models import Person

Role = InfoNote.Role


def group_to_read(person: Person, slug: str) -> WatchGroup:
    """A group of which this person may read the notes: theirs, once they were welcomed."""
    membership = membership_for(person, slug)
    check_welcomed(membership)
    return membership.group


def note_to_decide(person: Person, slug: str, note_id: UUID) -> InfoNote:
    """A note of a group that this person coordinates today."""
    group = group_to_coordinate(person, slug)
    note = InfoNote.objects.select_related("group__organisation").filter(group=group, pk=note_id).first()
    return note or _no_such_note()


def organisation_to_offer_from(person: Person, slug: str, role: str) -> Organisation:
    """An organisation in whose name this officer or official offers notes to groups."""
    return organisation_for_officer(person, slug) if role == Role.OFFICER else organisation_for_official(person, slug)


def _no_such_note() -> NoReturn:
    raise NotFound(_("There is no such note."))
