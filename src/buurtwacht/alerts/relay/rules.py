# SPDX-License-Identifier: EUPL-1.2
"""When a report may be passed on, and when the question can still be answered. No database."""

from django.utils.translation import gettext as _

from buurtwacht.reports.models import Report
from buurtwacht.reports.rules import is_for_everybody


def refusal_to_ask(report: Report, *, is_copy: bool) -> str | None:
    """Why this report cannot be passed on, or None."""
    if is_copy:
        return _("This report came from a neighbouring group. Only the group where it began passes it on.")
    if report.status != Report.Status.OPEN or not is_for_everybody(report, report.group.policy):
        return _("Only a report that is going on, and that your whole group knows of, can be passed on.")
    return None


def refusal_to_pass_on(report: Report) -> str | None:
    """Why another group cannot pass this on any more, or None."""
    if report.status != Report.Status.OPEN:
        return _("The report has ended in the meantime. There is nothing to pass on any more.")
    return None
