# SPDX-License-Identifier: EUPL-1.2
"""When a report ends where it began, the groups to which it was passed on hear of it."""

from buurtwacht.alerts.models import Relay
from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.reports.models import Entry

from .services import END_VALID_FOR, ENDED, HIDDEN


@on("report.closed", "report.withdrawn", "report.hidden")
def tell_groups_with_a_copy(line: Line) -> None:
    """A false alarm counts as withdrawn."""
    for relay in Relay.objects.filter(report_id=line.subject_id).select_related("report", "copy"):
        if relay.copy and relay.copy.is_live and not relay.report.is_live:
            intend(ENDED, relay.pk, priority=Priority.UPDATE, valid_for=END_VALID_FOR, payer_id=relay.to_group_id)


@on("entry.hidden")
def tell_groups_that_were_told_it(line: Line) -> None:
    """Only what a neighbour says about a vehicle goes along: who passed it on before looks at their own report."""
    entry = Entry.objects.filter(pk=line.facts["entry"], kind=Entry.Kind.VEHICLE).first()
    if entry is None:
        return
    relays = Relay.objects.filter(report_id=line.subject_id, copy__shared_at__gte=entry.at).select_related("copy")
    for relay in relays:
        if relay.copy and relay.copy.is_live:
            intend(HIDDEN, relay.pk, priority=Priority.UPDATE, valid_for=END_VALID_FOR, payer_id=relay.to_group_id)
