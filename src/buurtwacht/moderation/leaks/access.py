# SPDX-License-Identifier: EUPL-1.2
"""Doors to the leak procedure, for who administers the group. Absent and forbidden sound the same."""

from datetime import timedelta
from typing import NoReturn
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.access import group_to_moderate
from buurtwacht.lib.errors import NotFound
from buurtwacht.moderation.models import LeakLook
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Report

LOOKS_STAY = timedelta(days=1)  # to work with; then the reason is asked again


def report_that_leaked(person: Person, slug: str, report_id: UUID) -> Report:
    """A report of a group that this person administers today."""
    group = group_to_moderate(person, slug)
    rows = Report.objects.filter(group=group, pk=report_id).select_related("group__organisation")
    return rows.first() or _nothing_here()


def look_of(person: Person, slug: str, look_id: UUID) -> LeakLook:
    """What this person looked up today, and gave a reason for."""
    group = group_to_moderate(person, slug)
    mine = LeakLook.objects.filter(group=group, by=person, at__gt=timezone.now() - LOOKS_STAY)
    return mine.filter(pk=look_id).select_related("group__organisation", "report").first() or _nothing_here()


def _nothing_here() -> NoReturn:
    raise NotFound(_("There is nothing here."))
