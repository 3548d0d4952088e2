# SPDX-License-Identifier: EUPL-1.2
"""What phones and pages tell back: shown, seen, answered."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from buurtwacht.delivery.services import SEEN, SHOWN, take_receipts
from buurtwacht.live.models import Receipt
from buurtwacht.live.names import Kind
from buurtwacht.live.services import folds
from buurtwacht.reports.models import Report

from .selftest import NO_REPORT
from .services import show_reach, take_answers


class NotOnRecordYet(Exception):
    """A receipt was faster than our own record of the delivery. It is folded again in a moment."""


@folds("shown", "seen", "acknowledged")
def fold(receipts: Sequence[Receipt]) -> None:
    """Note the times, keep the answers, and show the new totals once for the whole batch."""
    early = take_receipts((one.delivery_id, SHOWN if one.kind == Kind.SHOWN else SEEN, one.at) for one in receipts)
    if early:
        raise NotOnRecordYet(len(early))
    answered = [one for one in receipts if one.kind == Kind.ACKNOWLEDGED and one.report_id != NO_REPORT]
    take_answers((one.report_id, one.person_id, one.answer or "seen", one.at) for one in answered)
    touched = {one.report_id for one in receipts}
    # After the commit: publishing holds a lock for all publishers, and there are more receipts in this transaction.
    transaction.on_commit(lambda: show_reach(_live(touched)))


def _live(report_ids: set[UUID]) -> list[Report]:
    """Reports on whose screens totals still move."""
    reports = Report.objects.filter(pk__in=report_ids).select_related("group__organisation", "reporter")
    return [report for report in reports.order_by("pk") if report.is_live]
