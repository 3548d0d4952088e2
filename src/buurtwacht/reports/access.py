# SPDX-License-Identifier: EUPL-1.2
"""Doors: who may see which report. Absent and forbidden sound the same."""

from typing import NoReturn
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.groups.access import check_welcomed
from buurtwacht.groups.queries import is_coordinator, membership_in
from buurtwacht.lib.errors import NotFound
from buurtwacht.people.models import Person

from . import rules
from .models import Report


def report_for(person: Person, report_id: UUID) -> Report:
    """A report that this person may read: of their own group, and meant for them as it stands now."""
    report = _in_group_of(person, report_id)
    if rules.is_for_everybody(report, report.group.policy):
        return report
    if report.reporter_id == person.pk or is_coordinator(person, report.group):
        return report
    return no_such_report()


def report_to_coordinate(person: Person, report_id: UUID) -> Report:
    """A report of a group that this person coordinates today, also as a deputy."""
    report = _in_group_of(person, report_id)
    return report if is_coordinator(person, report.group) else no_such_report()


def own_report(person: Person, report_id: UUID) -> Report:
    """A report that this person wrote."""
    report = _in_group_of(person, report_id)
    return report if report.reporter_id == person.pk else no_such_report()


def no_such_report() -> NoReturn:
    raise NotFound(_("There is no such report."))


def _in_group_of(person: Person, report_id: UUID) -> Report:
    found = Report.objects.select_related("group__organisation", "group__area", "reporter").filter(pk=report_id).first()
    membership = membership_in(person, found.group) if found else None
    if found is None or membership is None:
        return no_such_report()
    if found.reporter_id != person.pk:
        check_welcomed(membership)
    return found
