# SPDX-License-Identifier: EUPL-1.2
"""Who hears an entry of a report."""

from functools import partial
from uuid import UUID

from django.db.models import Q

from buurtwacht.delivery.models import Delivery
from buurtwacht.delivery.queries import told_about
from buurtwacht.reports.content import read
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.rules import is_for_everybody

from .audience import Ear, coordinators_in, ears_of, everybody_in, on_these, room_ears, these

Kind = Entry.Kind

TO_THE_ALERTED = (Kind.CLOSING, Kind.FALSE_ALARM, Kind.WITHDRAWN, Kind.HIDDEN, Kind.SHOWN_AGAIN, Kind.OUTCOME)
TAKEN_BACK = (Kind.FALSE_ALARM, Kind.WITHDRAWN, Kind.HIDDEN)  # without a word of anybody
TO_NOBODY = (Kind.HANDOVER,)


def hearers_of(entry: Entry) -> list[Ear]:
    """Everybody but its author. An end and an outcome go to those who were alerted, on the channel they heard it on.

    Who left or was removed since hears only that what they were told is taken back, and nothing that anybody says.
    """
    report = entry.report
    if entry.kind in TO_NOBODY or entry.hidden_at:
        return []
    if report.status == Report.Status.HIDDEN and entry.kind != Kind.HIDDEN:
        return []  # of what was hidden nothing is told any more, but that it was
    if entry.kind in TO_THE_ALERTED:
        heard_on = _heard_on(report)
        rooms = [room for room in _rooms(entry) if room.contact_point_id in heard_on]
        told = ears_of if entry.kind in TAKEN_BACK else partial(_inside, report)
        return told(on_these(heard_on) | _reporter(report), without=entry.author_id) + rooms
    if not report.is_live:
        return []  # it has ended in the meantime, and everybody hears that instead
    if entry.kind == Kind.ADVICE and read(entry).reason == "call":
        return _inside(report, _reporter(report), without=entry.author_id)
    if is_for_everybody(report, report.group.policy):
        return ears_of(everybody_in(report.group), without=entry.author_id) + _rooms(entry)
    return _inside(report, coordinators_in(report.group) | _reporter(report), without=entry.author_id)


def hearers_of_words(entry: Entry) -> list[Ear]:
    """Everybody to whom these very words were handed over, on the way on which they were; never their writer."""
    heard_on = {told.contact_point_id for told in told_about([entry.pk]) if told.state == Delivery.State.HANDED_OVER}
    rooms = [room for room in _rooms(entry) if room.contact_point_id in heard_on]
    return ears_of(on_these(heard_on), without=entry.author_id) + rooms


def _inside(report: Report, whom: Q, *, without: UUID | None) -> list[Ear]:
    """Those of them who take part now."""
    return ears_of(whom & everybody_in(report.group), without=without)


def _rooms(entry: Entry) -> list[Ear]:
    """A question only where the group has a room."""
    return room_ears(entry.report.group) if getattr(entry, "has_rooms", True) else []


def _heard_on(report: Report) -> set[UUID]:
    """The contact points on which this report was handed over."""
    entries = report.entries.values_list("pk", flat=True)
    return {told.contact_point_id for told in told_about(entries) if told.state == Delivery.State.HANDED_OVER}


def _reporter(report: Report) -> Q:
    return these([report.reporter_id] if report.reporter_id else [])
