# SPDX-License-Identifier: EUPL-1.2
"""What dossiers put on the coordinator's desk (screen 07)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.groups.desk_registry import Link, Meter, Task, desk_links, desk_meters, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib import clock
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Report

from . import queries, rules
from .models import Dossier


@desk_tasks
def dossiers_to_do(group: WatchGroup, person: Person) -> Iterator[Task]:
    """Dossiers to look through, and answers that are due."""
    for dossier in (
        queries.dossiers_of(group).filter(status=Dossier.Status.TO_REVIEW).exclude(report__status=Report.Status.HIDDEN)
    ):
        yield Task(
            kind="dossier",
            due_at=_end_of(dossier.review_due_on),
            tag=_("Dossier"),
            when=_days_left(dossier.review_due_on),
            title=_("Look through the report of %(day)s") % {"day": _day(dossier)},
            sentence=_("Closed. Take out what is not needed, then to the police."),
            url=reverse("dossiers:review", args=[group.slug, dossier.pk]),
            button=_("Look through"),
            icon="file-text",
            minutes=2,
        )
    for dossier in queries.dossiers_of(group).filter(status=Dossier.Status.HANDED_OVER, reminders__gt=0):
        if rules.can_be_answered(dossier) and dossier.outcome_due_on:
            yield Task(
                kind="outcome",
                due_at=_end_of(dossier.outcome_due_on),
                tag=_("Outcome"),
                when=_days_left(dossier.outcome_due_on),
                title=_("What came of it? Report of %(day)s") % {"day": _day(dossier)},
                sentence=_("The police were reminded."),
                url=reverse("dossiers:follow", args=[group.slug, dossier.pk]),
                button=_("Look"),
                icon="help-circle",
            )


@desk_links
def old_group_page(group: WatchGroup, person: Person) -> Iterator[Link]:
    """From WhatsApp to here: figures of the old group, and the text that invites it."""
    yield Link(_("The old group"), "message-2", reverse("dossiers:old_group", args=[group.slug]))


@desk_meters
def reports_with_an_outcome(group: WatchGroup) -> Iterator[Meter]:
    """How many dossiers came back with an answer."""
    given = queries.dossiers_of(group).exclude(status__in=[Dossier.Status.TO_REVIEW, Dossier.Status.SET_ASIDE])
    yield Meter(_("Reports with an outcome"), given.filter(status=Dossier.Status.ANSWERED).count(), given.count())


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59), tzinfo=UTC)


def _days_left(day: date) -> str:
    left = (day - timezone.localdate()).days
    if left < 0:
        return _("overdue")
    if left == 0:
        return _("today")
    return ngettext("%(count)s more day", "%(count)s more days", left) % {"count": left}


def _day(dossier: Dossier) -> str:
    return clock.day(dossier.report.shared_at, dossier.report.group.tz)
