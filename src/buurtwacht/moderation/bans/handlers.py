# SPDX-License-Identifier: EUPL-1.2
"""What ends a ban, and what follows when somebody meets it. It begins with the removal, and only then."""

from buurtwacht.enrolment.doors import newcomer_of
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import advance
from buurtwacht.groups.doorkeepers import BAN
from buurtwacht.groups.queries import memberships_of
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.models import Ban
from buurtwacht.people.models import Person

from . import mails, queries, services


@on("measure.overturned")
def end(line: Line) -> None:
    if ban := Ban.objects.filter(measure=line.subject_id).first():
        services.end_ban(ban, why="overturned")


@on("measure.shortened")
def end_sooner(line: Line) -> None:
    ban = Ban.objects.filter(measure=line.subject_id).select_related("measure").first()
    if ban and ban.measure and ban.measure.until:
        services.shorten_ban(ban, ban.measure.until)


@on("ban.began")
def look_at_who_waits(line: Line) -> None:
    """Who applied already under another name, and who is inside already under another name."""
    ban = Ban.objects.filter(pk=line.subject_id).select_related("group").first()
    if ban is None:
        return
    for application in Application.objects.filter(group=ban.group, ended_at=None):
        if queries.ban_for(ban.group, newcomer_of(application)):
            _advance(application)
    for membership in queries.members_under(ban):
        services.note_shared_address(membership)


@on("application.refused")
def tell_until_when(line: Line) -> None:
    """The count first: a mail that fails is tried again, and takes the count back with it."""
    if line.facts["reason"] != BAN:
        return
    application = Application.objects.filter(pk=line.subject_id).select_related("group__organisation", "person").first()
    ban = queries.ban_for(application.group, newcomer_of(application, unproven_too=True)) if application else None
    if application and ban:
        services.note_attempt(ban, application)
        mails.tell_applicant(application, ban)


@on("contact_point.added", "contact_point.moved", "phone.changed", "member.corrected")
def look_at_who_is_inside(line: Line) -> None:
    """A member uses another address from now on."""
    person_id = line.facts.get("person", line.subject_id)
    person = Person.objects.filter(pk=person_id, erased_at=None).first()
    for membership in memberships_of(person) if person else ():
        services.note_shared_address(membership)


def _advance(application: Application) -> None:
    try:
        advance(application)
    except DomainError:  # something else is in the way: it stays as it was
        return
