# SPDX-License-Identifier: EUPL-1.2
"""What neighbours let know, and showing the totals to those who wait for them."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import coordinators_of, now_in_group
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.live.services import person_topic, publish
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Report

from .models import Acknowledgement
from .queries import reach
from .rules import refusal_to_answer


@transaction.atomic
def acknowledge(report_id: UUID, person: Person, answer: str) -> Acknowledgement:
    """Keep the silent answer of one neighbour; the last one counts. The totals move on the reporter's screen.

    Raises `DomainError` when the report has ended.
    """
    report = Report.objects.select_related("group__organisation", "reporter").filter(pk=report_id).first()
    if report is None:
        raise NotFound(_("There is no such report."))
    if refusal := refusal_to_answer(report, answer):
        raise DomainError(refusal)
    given = _keep(report, person.pk, answer, timezone.now())
    show_reach([report])
    return given


@transaction.atomic
def take_answers(answers: Iterable[tuple[UUID, UUID, str, datetime]]) -> set[UUID]:
    """Keep answers that came from lock screens: (report, person, answer, when). What came too late is left out.

    So is what comes from somebody who takes part no more: a message may stay on their screen for days.

    Returns the reports whose totals changed. Showing them is left to the caller, once for a whole batch.
    """
    answers = list(answers)
    reports = Report.objects.in_bulk({report_id for report_id, _person, _answer, _at in answers})
    people = {person_id for _report, person_id, _answer, _at in answers}
    members = Membership.objects.filter(now_in_group(), person__in=people)
    inside = set(members.values_list("group", "person"))
    changed: set[UUID] = set()
    for report_id, person_id, answer, at in answers:
        report = reports.get(report_id)
        if report and (report.group_id, person_id) in inside and not refusal_to_answer(report, answer):
            _keep(report, person_id, answer, at)
            changed.add(report_id)
    return changed


@transaction.atomic
def show_reach(reports: Iterable[Report]) -> None:
    """Put the totals on the open screens of the reporter and the coordinators. Last statement of its transaction."""
    for report in reports:
        readers = {membership.person_id: membership.person for membership in coordinators_of(report.group)}
        if report.reporter:
            readers[report.reporter.pk] = report.reporter
        found = reach(report)
        html: dict[str, str] = {}
        for person in readers.values():
            if person.language not in html:
                with translation.override(person.language), timezone.override(report.group.tz):
                    html[person.language] = render_to_string("alerts/_reach.html", {"report": report, "reach": found})
            publish(person_topic(person.pk), "replace", html[person.language])


def _keep(report: Report, person_id: UUID, answer: str, at: datetime) -> Acknowledgement:
    given, _is_new = Acknowledgement.objects.update_or_create(
        report=report, person_id=person_id, defaults={"answer": answer, "at": min(at, timezone.now())}
    )
    record("report.acknowledged", report.pk)  # totals only: not even the journal says who answered what
    return given
