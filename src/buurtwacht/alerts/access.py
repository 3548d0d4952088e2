# SPDX-License-Identifier: EUPL-1.2
"""Doors: totals are for the reporter and the coordinators. Absent and forbidden sound the same."""

from uuid import UUID

from buurtwacht.people.models import Person
from buurtwacht.reports.access import no_such_report
from buurtwacht.reports.models import Report
from buurtwacht.reports.thread.access import reader_for, writer_for

from . import rules


def report_with_totals_for(person: Person, report_id: UUID) -> Report:
    """A report whose totals this person may see."""
    reader = reader_for(person, report_id)
    allowed = rules.sees_totals(reader.report, person.pk, coordinates=reader.coordinates)
    return reader.report if allowed else no_such_report()


def report_to_answer(person: Person, report_id: UUID) -> Report:
    """A report on which this person may let something know."""
    return writer_for(person, report_id).report
