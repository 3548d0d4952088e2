# SPDX-License-Identifier: EUPL-1.2
"""Looking for the reports that a request is about, and what can be done with one. Each look leaves a line."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.delivery.services import intend
from buurtwacht.groups.notices import NOTICE
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights import queries
from buurtwacht.outreach.rights.answerers import is_kept_from, others_answer, told_by
from buurtwacht.outreach.rights.queries import Found
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Report
from buurtwacht.reports.thread.services import erase_description

from .reminding import WORTH_TELLING


@transaction.atomic
def search_reports(request: RightsRequest, *, by: Person, street: str, on: date) -> list[Found]:
    """Reports of this street around that day. Raises `DomainError` once the request was answered."""
    _refuse_answered(request)
    found = queries.found_for(request, person=by, street=street, on=on)
    record("request.searched", request.pk, by=by, organisation=request.organisation_id, found=len(found))
    return found


@transaction.atomic
def note_report(request: RightsRequest, report: Report, *, by: Person) -> None:
    """This report is about who asked. Twice is once. One of whoever notes it brings the request to somebody else."""
    _refuse_answered(request)
    if request.concerns.filter(pk=report.pk).exists():
        return
    request.concerns.add(report)
    record("request.report_noted", request.pk, by=by, organisation=request.organisation_id, report=report.pk)
    if is_kept_from(by, request):
        intend("request.received", request.pk, priority=NOTICE, valid_for=WORTH_TELLING)


@transaction.atomic
def erase_described(request: RightsRequest, report: Report, *, by: Person) -> None:
    """Erase all that a report says about how somebody looks and what they did. That something happened stays.

    Raises `DomainError` while the report goes on: neighbours and the police need it then; and for who told it.
    """
    _refuse_answered(request)
    if Report.objects.filter(told_by(by), pk=report.pk).exists() and others_answer(request, by):
        raise DomainError(_("You told this yourself. Somebody else decides about it."))
    held = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if held.is_live:
        raise DomainError(_("This report is still going on. Wait until it has ended."))
    note_report(request, held, by=by)
    erase_description(held)
    record("request.erased", request.pk, by=by, organisation=request.organisation_id, report=held.pk)


def _refuse_answered(request: RightsRequest) -> None:
    if RightsRequest.objects.filter(pk=request.pk, answered_at__isnull=False).exists():
        raise DomainError(_("This request has been answered."))
