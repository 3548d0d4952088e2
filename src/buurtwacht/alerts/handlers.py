# SPDX-License-Identifier: EUPL-1.2
"""What other rooms write in the journal, and what we do about it."""

from uuid import UUID

from buurtwacht.delivery.models import TOLD, Intent
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.live.services import close_streams
from buurtwacht.reports.models import Entry, Report

from .services import show_reach


@on(TOLD)
def show_new_reach(line: Line) -> None:
    """Everybody has an outcome: the reporter sees how many were reached."""
    intent = Intent.objects.filter(pk=line.subject_id, kind="report.entry").first()
    entry = Entry.objects.filter(pk=intent.subject_id).first() if intent else None
    if entry is None:
        return
    report = Report.objects.select_related("group__organisation", "reporter").get(pk=entry.report_id)
    if report.is_live:
        show_reach([report])


@on("member.left", "coordinator.relieved", "deputy.ended")
def close_open_screens(line: Line) -> None:
    """Whoever left a group, or stopped coordinating it, hears nothing more than they may, from this moment."""
    close_streams(UUID(str(line.facts["person"])))


@on("person.erased", "session.ended")
def close_screens_of_a_signed_out_device(line: Line) -> None:
    """A device that was signed out hears nothing more; the other devices of this person open a new stream."""
    close_streams(line.subject_id)
