# SPDX-License-Identifier: EUPL-1.2
"""What matters of a report goes on to the groups that passed it on: its end, a correction, the police, what is hidden.

Only their coordinators hear it, and decide what their neighbours read; what else is added stays where it was said.
"""

from django.db.models import Q

from buurtwacht.alerts.models import Relay
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.reports.models import Entry, Report

from .additions import relays_that_were_told
from .queries import heard_that_it_was_hidden
from .services import CORRECTED, ENDED, HIDDEN, MESSAGE_AGAIN, POLICE, STANDS_AGAIN, promise_news


@on("report.closed", "report.withdrawn", "report.hidden")
def tell_groups_with_a_copy(line: Line) -> None:
    """A false alarm counts as withdrawn."""
    for relay in Relay.objects.filter(report_id=line.subject_id).select_related("report", "copy"):
        if relay.copy and relay.copy.is_live and not relay.report.is_live:
            promise_news(ENDED, relay)


@on("report.corrected")
def tell_groups_what_is_right(line: Line) -> None:
    _about_the_report(CORRECTED, line)


@on("report.police_arrived")
def tell_groups_that_the_police_are_there(line: Line) -> None:
    _about_the_report(POLICE, line)


@on("report.shown_again")
def tell_groups_that_it_stands_again(line: Line) -> None:
    """Also who closed their own report because of it: their members may still need to hear it."""
    for relay in Relay.objects.filter(report_id=line.subject_id).select_related("report", "copy"):
        if relay.report.status != Report.Status.HIDDEN and heard_that_it_was_hidden(relay):
            promise_news(STANDS_AGAIN, relay)


@on("entry.hidden")
def tell_groups_that_were_told_it(line: Line) -> None:
    _about_a_message(HIDDEN, line)


@on("entry.shown_again")
def tell_groups_that_a_message_stands_again(line: Line) -> None:
    _about_a_message(MESSAGE_AGAIN, line)


def _about_the_report(kind: str, line: Line) -> None:
    """What was said after they passed it on; what was said before went along."""
    entry = Entry.objects.filter(pk=line.facts["entry"]).first()
    if entry is None:
        return
    relays = Relay.objects.filter(report_id=line.subject_id, copy__shared_at__lt=entry.at).select_related("copy")
    for relay in relays:
        if relay.copy and relay.copy.is_live:
            promise_news(kind, relay, entry.pk)


def _about_a_message(kind: str, line: Line) -> None:
    """To whom it was told: what a neighbour says about a vehicle goes along, other additions where they were chosen."""
    entry = Entry.objects.filter(pk=line.facts["entry"]).first()
    if entry is None:
        return
    went_along = Q(copy__shared_at__gte=entry.at) if entry.kind == Entry.Kind.VEHICLE else Q(pk__in=[])
    chosen = Q(pk__in=relays_that_were_told(entry))
    for relay in Relay.objects.filter(went_along | chosen, report_id=line.subject_id).select_related("copy"):
        if relay.copy and relay.copy.is_live:
            promise_news(kind, relay, entry.pk)
