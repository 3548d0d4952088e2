# SPDX-License-Identifier: EUPL-1.2
"""Doors to what grows from a report. Absent and forbidden sound the same."""

from dataclasses import dataclass
from typing import NoReturn
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.people.models import Person
from buurtwacht.policy.model import Policy
from buurtwacht.reports.access import Memberships, no_such_report, report_for
from buurtwacht.reports.models import BuddyRequest, Entry, Photo, Report

from . import rules
from .photo_copies import judges_of, photos_in_sight
from .photo_rules import Copy, copies_for, decides, goes_to_the_group


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at a report: from where they read it, in which role, and how much."""

    person: Person
    report: Report
    membership: Membership
    coordinates: bool
    reading: rules.Reading

    @property
    def policy(self) -> Policy:
        return self.report.group.policy

    @property
    def is_reporter(self) -> bool:
        return self.person.pk == self.report.reporter_id

    @property
    def role(self) -> Entry.Role:
        return rules.role_of(self.report, self.person.pk, coordinates=self.coordinates)

    @property
    def may_correct(self) -> bool:
        return self.is_reporter or self.coordinates


def reader_for(person: Person, report_id: UUID, memberships: Memberships = None) -> Reader:
    """A report that this person may read: of a group in which they take part, and in front of them."""
    report, membership = report_for(person, report_id, memberships)
    reading = rules.reading_of(report.closed_at, timezone.now(), coordinates=membership.coordinates)
    return Reader(person, report, membership, membership.coordinates, reading)


def writer_for(person: Person, report_id: UUID) -> Reader:
    """A report that this person may read in full. Whether there is still something to add is for the rules."""
    reader = reader_for(person, report_id)
    return reader if reader.reading is rules.Reading.ALL else no_such_report()


def author_for(person: Person, report_id: UUID) -> Reader:
    """A report that this person may correct or withdraw: their own, or one of a group that they coordinate."""
    reader = writer_for(person, report_id)
    return reader if reader.may_correct else no_such_report()


def report_to_coordinate(person: Person, slug: str, report_id: UUID) -> Reader:
    """A report of a group that this person coordinates today."""
    reader = reader_for(person, report_id)
    return reader if reader.coordinates and reader.report.group.slug == slug else no_such_report()


def photo_for(person: Person, report_id: UUID, photo_id: UUID, copy: Copy = Copy.SHOWN) -> Photo:
    """A photo of which this person may open this copy."""
    reader, photo = _photo(person, report_id, photo_id)
    writes = photo.entry.author_id == person.pk
    judges = person.pk in judges_of(reader.report.group)
    return photo if copy in copies_for(photo, reader.report, writes=writes, judges=judges) else _no_such_photo()


def photo_to_decide(person: Person, slug: str, report_id: UUID, photo_id: UUID) -> tuple[Reader, Photo]:
    """A photo that waits, for who decides about photos of this group. Raises `DomainError` for who shared it."""
    reader, photo = _photo(person, report_id, photo_id)
    judges = judges_of(reader.report.group)
    waits = Copy.WHOLE in copies_for(photo, reader.report, writes=False, judges=person.pk in judges)
    if not waits or reader.report.group.slug != slug:
        return _no_such_photo()
    if not decides(person.pk, photo.entry.author_id, judges):
        raise DomainError(_("This is your own photo. Another coordinator decides about it."))
    return reader, photo


def own_photo(person: Person, report_id: UUID, photo_id: UUID) -> tuple[Reader, Photo]:
    """A photo that this person shared, in a group where photos may reach neighbours."""
    reader, photo = _photo(person, report_id, photo_id)
    theirs = photo.entry.author_id == person.pk and not photo.erased_at
    return (reader, photo) if theirs and goes_to_the_group(reader.policy) else _no_such_photo()


def _photo(person: Person, report_id: UUID, photo_id: UUID) -> tuple[Reader, Photo]:
    reader = writer_for(person, report_id)
    photo = photos_in_sight().filter(pk=photo_id, report=reader.report).first()
    return (reader, photo) if photo else _no_such_photo()


def _no_such_photo() -> NoReturn:
    raise NotFound(_("There is no such photo."))


def buddy_request_for(person: Person, report_id: UUID, request_id: UUID) -> BuddyRequest:
    """A buddy request on a report that this person may read in full."""
    reader = writer_for(person, report_id)
    request = BuddyRequest.objects.filter(pk=request_id, report=reader.report).first()
    return request or no_such_report()
