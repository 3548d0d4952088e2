# SPDX-License-Identifier: EUPL-1.2
"""What this room shows on the pages of reports, which know nothing of alerts."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.groups.desk_registry import Meter, desk_meters
from buurtwacht.groups.models import WatchGroup
from buurtwacht.reports.models import Report
from buurtwacht.reports.thread.answers_registry import own_answer
from buurtwacht.reports.thread.lines_registry import report_lines

from .queries import answer_given, last_reached, reach

own_answer(answer_given)


@report_lines
def reached_line(report_id: UUID) -> str:
    """ "62 of 84 reached." """
    report = Report.objects.select_related("group__organisation").filter(pk=report_id).first()
    if report is None:
        return ""
    found = reach(report)
    return _("%(reached)s of %(alerted)s reached.") % {"reached": found.reached, "alerted": found.alerted}


@desk_meters
def last_alert(group: WatchGroup) -> Iterator[Meter]:
    """How many the last alert reached."""
    if found := last_reached(group):
        yield Meter(_("Reached by the last alert"), *found)
