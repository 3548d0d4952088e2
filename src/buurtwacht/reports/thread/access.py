# SPDX-License-Identifier: EUPL-1.2
"""Doors to what grows from a report. Absent and forbidden sound the same."""

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import is_coordinator, membership_in
from buurtwacht.lib.errors import NotFound
from buurtwacht.people.models import Person
from buurtwacht.policy.model import Policy
from buurtwacht.reports.access import no_such_report, report_for
from buurtwacht.reports.models import BuddyRequest, Entry, Photo, Report

from . import rules


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


def reader_for(person: Person, report_id: UUID) -> Reader:
    """A report that this person may read: of a group in which they take part, and in front of them."""
    report = report_for(person, report_id)
    membership = membership_in(person, report.group) or no_such_report()
    coordinates = is_coordinator(person, report.group)
    reading = rules.reading_of(report.closed_at, timezone.now(), coordinates=coordinates)
    return Reader(person, report, membership, coordinates, reading)


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


def photo_for(person: Person, report_id: UUID, photo_id: UUID) -> Photo:
    """A photo at which this person may look."""
    reader = writer_for(person, report_id)
    photo = Photo.objects.filter(pk=photo_id, report=reader.report, entry__hidden_at=None).first()
    if photo is None or not rules.photo_is_for(photo, reader.policy, coordinates=reader.coordinates):
        raise NotFound(_("There is no such photo."))
    return photo


def buddy_request_for(person: Person, report_id: UUID, request_id: UUID) -> BuddyRequest:
    """A buddy request on a report that this person may read in full."""
    reader = writer_for(person, report_id)
    request = BuddyRequest.objects.filter(pk=request_id, report=reader.report).first()
    return request or no_such_report()
