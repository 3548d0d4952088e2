# SPDX-License-Identifier: EUPL-1.2
"""Doors: who asks, who reads the answer, and who gives it. Absent and forbidden sound the same."""

from typing import NoReturn
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.access import group_for, group_to_coordinate
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import is_coordinator, membership_in
from buurtwacht.lib.errors import NotFound, refuse_if
from buurtwacht.outreach.models import MemberQuestion
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Report
from buurtwacht.reports.thread.access import reader_for
from buurtwacht.reports.thread.rules import first_actions_are_over

from . import queries


def group_to_ask_in(person: Person, slug: str) -> WatchGroup:
    """A group in which this member can ask something now. Raises `DomainError` with the reason why not."""
    group = group_for(person, slug)
    refuse_if(queries.why_not(person, group, coordinates=is_coordinator(person, group)))
    return group


def report_to_ask_about(person: Person, report_id: UUID) -> Report:
    """A report about which this member can ask something now: not while an alarm asks for everybody's eyes."""
    reader = reader_for(person, report_id)
    number = {"number": reader.policy.emergency_number}
    if not first_actions_are_over(reader.report, timezone.now()):
        refuse_if(_("The alarm has only just begun. Look first, and call %(number)s if you see danger.") % number)
    refuse_if(queries.why_not(person, reader.report.group, coordinates=reader.coordinates))
    return reader.report


def own_question(person: Person, question_id: UUID) -> MemberQuestion:
    """A first question that this person asked in a group in which they still take part, with what followed."""
    question = queries.questions_of(person).select_related("group__organisation", "report").filter(pk=question_id)
    found = question.first()
    return found if found and membership_in(person, found.group) else no_such_question()


def question_to_answer(person: Person, slug: str, question_id: UUID) -> MemberQuestion:
    """A question to the coordinators of a group that this person coordinates today. Never their own."""
    group = group_to_coordinate(person, slug)
    waiting = queries.open_questions_in(group) | queries.answered_questions_in(group)
    return waiting.exclude(asked_by=person).filter(pk=question_id).first() or no_such_question()


def no_such_question() -> NoReturn:
    raise NotFound(_("There is no such question."))
