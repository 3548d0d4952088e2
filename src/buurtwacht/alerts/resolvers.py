# SPDX-License-Identifier: EUPL-1.2
"""Whom each promise concerns, and in which words."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content, read
from buurtwacht.reports.models import BuddyRequest, Entry, Report

from .addressing import addressing_of
from .audience import Ear, coordinators_in, ears_of, everybody_in, has_rooms, these
from .doors import doors_of, has_doors, passed_on
from .hearers import TO_THE_ALERTED, hearers_of
from .messages import note, words_for
from .models import Acknowledgement
from .nearness import nearest_first, who_knows_by_now
from .quiet import end_of_night

Kind = Entry.Kind
FULL_TELLINGS = (Kind.SHARED, Kind.CORRECTION)
ANSWERS = ("seen", "watching")  # what fits on a lock screen
Answer = Acknowledgement.Answer


@resolves("report.entry")
def tell_entry(intent: Intent) -> Resolved:
    """News on a report, for everybody whom it concerns."""
    return tell_entry_to(intent, lambda ear: True)


def tell_entry_to(intent: Intent, only: Callable[[Ear], bool]) -> Resolved:
    """The same news, for some of those whom it concerns."""
    found = Entry.objects.select_related("report__group__organisation").filter(pk=intent.subject_id)
    entry = found.annotate(has_doors=has_doors(), has_rooms=has_rooms()).first()
    if entry is None:
        return Resolved()
    report, first, doors = entry.report, first_telling(entry), doors_of(entry)
    answers = ANSWERS if intent.priority == 0 and report.called_at else ()
    ears = [ear for ear in hearers_of(entry) if only(ear)]
    if intent.priority and entry.kind not in TO_THE_ALERTED:
        ears = [ear for ear in ears if ear.news == Person.News.ALL or ear.person_id == report.reporter_id]
    near = nearest_first(ears, report) if intent.priority == 0 else who_knows_by_now(ears, report, timezone.now())
    return addressing_of(intent, report, answers).to(
        near,
        lambda ear: passed_on(
            words_for(entry, first, is_reporter=ear.person_id == report.reporter_id), doors.get(ear.person_id, ())
        ),
        key=lambda ear: (ear.person_id == report.reporter_id, doors.get(ear.person_id)),
        hold=_until_morning(entry),
    )


@resolves("report.silence")
def ask_to_close(intent: Intent) -> Resolved:
    """The coordinators are asked whether it is over."""
    report = _report(intent.subject_id)
    return _tell_note(intent, report, coordinators_in(report.group)) if report and report.is_live else Resolved()


@resolves("report.doubt_due")
def tell_to_call(intent: Intent) -> Resolved:
    """Who asked a question in doubt does not wait any longer."""
    report = _report(intent.subject_id)
    return _tell_note(intent, report, _only(report.reporter_id)) if report and report.is_live else Resolved()


@resolves("report.buddy")
def ask_along(intent: Intent) -> Resolved:
    """Only neighbours who let know that they watch, or can come: never a call to gather (R113)."""
    request = _request(intent)
    if request is None or not request.report.is_live:
        return Resolved()
    ready = Acknowledgement.objects.filter(report=request.report, answer__in=[Answer.TWO, Answer.WATCHING])
    others = Q(person__in=ready.exclude(person=request.asked_by_id).values("person"))
    return _tell_note(intent, request.report, others)


@resolves("report.buddy_joined")
@resolves("report.buddy_unanswered")
def tell_who_asked(intent: Intent) -> Resolved:
    """Whether somebody goes along."""
    request = _request(intent)
    return _tell_note(intent, request.report, _only(request.asked_by_id)) if request else Resolved()


@resolves("report.buddy_check_in")
def ask_whether_all_is_well(intent: Intent) -> Resolved:
    """The two who went together say that they are safe."""
    request = _request(intent)
    if request is None or request.ended_at:
        return Resolved()
    both = [person for person in (request.asked_by_id, request.joined_by_id) if person]
    return _tell_note(intent, request.report, these(both))


@resolves("report.buddy_missed")
def warn_the_coordinators(intent: Intent) -> Resolved:
    """Two neighbours did not say that they are safe. That matters, whatever became of the report."""
    request = _request(intent)
    return _tell_note(intent, request.report, coordinators_in(request.report.group)) if request else Resolved()


def first_telling(entry: Entry) -> Content:
    """What the report says: its first entry, or the last correction that tells everything again."""
    if entry.kind == Kind.SHARED:
        return read(entry)
    told = Entry.objects.filter(report_id=entry.report_id, kind__in=FULL_TELLINGS).order_by("sequence")
    contents = [read(one) for one in told if one.content]
    full = [content for content in contents if content.behaviours]
    return (full or contents or [Content()])[-1]


def _tell_note(intent: Intent, report: Report, whom: Q) -> Resolved:
    ears = ears_of(whom & everybody_in(report.group))  # who left or was removed meanwhile hears nothing more
    return addressing_of(intent, report).to(ears, lambda ear: note(intent.kind, report))


def _until_morning(entry: Entry) -> datetime | None:
    """An outcome never comes at night; it can wait."""
    return end_of_night(timezone.now(), entry.report.group.tz) if entry.kind == Kind.OUTCOME else None


def _only(person_id: UUID | None) -> Q:
    return these([person_id] if person_id else [])


def _report(report_id: UUID) -> Report | None:
    return Report.objects.select_related("group__organisation").filter(pk=report_id).first()


def _request(intent: Intent) -> BuddyRequest | None:
    return BuddyRequest.objects.select_related("report__group__organisation").filter(pk=intent.subject_id).first()
