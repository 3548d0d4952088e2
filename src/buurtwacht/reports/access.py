# SPDX-License-Identifier: EUPL-1.2
"""Doors: who may see which report. Absent and forbidden sound the same."""

from collections.abc import Iterable
from typing import NoReturn
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.groups.access import check_welcomed
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import memberships_of
from buurtwacht.lib.errors import NotFound
from buurtwacht.people.models import Person

from . import rules
from .models import Report

Memberships = Iterable[Membership] | None  # as `memberships_of` gives them, where they are known already


def report_for(person: Person, report_id: UUID, memberships: Memberships = None) -> tuple[Report, Membership]:
    """A report that this person may read, of their own group and meant for them now, and from where they read it."""
    report, membership = _in_group_of(person, report_id, memberships)
    if rules.is_for_everybody(report, report.group.policy):
        return report, membership
    if report.reporter_id == person.pk or membership.coordinates:
        return report, membership
    return no_such_report()


def report_to_coordinate(person: Person, report_id: UUID) -> Report:
    """A report of a group that this person coordinates today, also as a deputy."""
    report, membership = _in_group_of(person, report_id)
    return report if membership.coordinates else no_such_report()


def own_report(person: Person, report_id: UUID) -> Report:
    """A report that this person wrote."""
    report, _membership = _in_group_of(person, report_id)
    return report if report.reporter_id == person.pk else no_such_report()


def no_such_report() -> NoReturn:
    raise NotFound(_("There is no such report."))


def _in_group_of(person: Person, report_id: UUID, memberships: Memberships = None) -> tuple[Report, Membership]:
    groups = {one.group_id: one for one in (memberships_of(person) if memberships is None else memberships)}
    found = Report.objects.filter(pk=report_id, group__in=groups).first()
    if found is None:
        return no_such_report()
    membership = groups[found.group_id]
    found.group = membership.group  # known already, with its organisation and its area
    if found.reporter_id != person.pk:
        check_welcomed(membership)
    return found, membership
