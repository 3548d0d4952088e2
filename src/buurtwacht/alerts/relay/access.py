# SPDX-License-Identifier: EUPL-1.2
"""Doors: both ends of a relay are for coordinators. Absent and forbidden sound the same."""

from uuid import UUID

from buurtwacht.alerts.models import Relay
from buurtwacht.groups.queries import is_coordinator
from buurtwacht.people.models import Person
from buurtwacht.reports.access import no_such_report
from buurtwacht.reports.models import Report
from buurtwacht.reports.thread.access import reader_for

from .queries import relay_with_all


def report_to_pass_on(person: Person, report_id: UUID) -> Report:
    """A report of a group that this person coordinates today. Whether it can be passed on is for the rules."""
    reader = reader_for(person, report_id)
    return reader.report if reader.coordinates else no_such_report()


def relay_to_answer(person: Person, relay_id: UUID) -> Relay:
    """A question to a group that this person coordinates today."""
    relay = relay_with_all(relay_id)
    return relay if relay and is_coordinator(person, relay.to_group) else no_such_report()
